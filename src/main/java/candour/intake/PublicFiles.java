package candour.intake;

import candour.intake.PublicFile.Reason;
import candour.intake.PublicFile.Refused;
import candour.intake.PublicFile.Sound;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The one gate for files from the public: their size, their type, the scanner, and a redrawing. */
@Component
public class PublicFiles {

  /** How many files somebody may send with one request, or one letter. */
  public static final int MOST = 10;

  private static final IntakeLimits LIMITS = IntakeLimits.forThePublic();

  private final Scanner scanner;

  PublicFiles(Scanner scanner) {
    this.scanner = scanner;
  }

  /**
   * Looks at a file and draws it anew; whatever it is, this is an answer and never an exception.
   */
  public PublicFile take(String fileName, byte[] content) {
    var type = FileType.named(fileName);
    var safe = type.map(it -> it.safeName(fileName)).orElse(SafeFileName.of(fileName, ""));
    return reasonToRefuse(type, content)
        .<PublicFile>map(reason -> new Refused(safe, reason))
        .orElseGet(() -> redrawn(type.orElseThrow(), safe, content));
  }

  private Optional<Reason> reasonToRefuse(Optional<FileType> type, byte[] content) {
    if (content.length == 0) {
      return Optional.of(Reason.EMPTY);
    }
    if (content.length > LIMITS.fileBytes()) {
      return Optional.of(Reason.TOO_LARGE);
    }
    if (type.isEmpty()) {
      return Optional.of(Reason.UNKNOWN_TYPE);
    }
    if (!type.get().begins(content)) {
      return Optional.of(Reason.MISNAMED);
    }
    return switch (scanner.scan(content)) {
      case CLEAN -> Optional.empty();
      case INFECTED -> Optional.of(Reason.INFECTED);
      case NO_ANSWER -> Optional.of(Reason.NOT_SCANNED);
    };
  }

  private static PublicFile redrawn(FileType type, String safe, byte[] content) {
    try {
      return new Sound(safe, type.mediaType(), type.redraw(content, LIMITS));
    } catch (Refusal refusal) {
      return new Refused(safe, Reason.valueOf(refusal.reason().name()));
    }
  }
}
