package candour.audit.witness;

import candour.audit.merkle.SignedNote;
import java.util.List;
import java.util.stream.Collectors;

/** What a witness says to a request; its status and body are those of c2sp.org/tlog-witness. */
sealed interface Answer {

  /** For the log's program. */
  int status();

  String body();

  default String type() {
    return "text/plain; charset=utf-8";
  }

  /** For people. */
  String words();

  /** The checkpoint extends what was cosigned before. */
  record Cosigned(SignedNote checkpoint, List<SignedNote.Line> lines) implements Answer {

    @Override
    public int status() {
      return 200;
    }

    @Override
    public String body() {
      return lines.stream().map(SignedNote.Line::toString).collect(Collectors.joining());
    }

    @Override
    public String words() {
      return "The checkpoint extends the one cosigned before. It is now cosigned.";
    }

    /** The checkpoint with the cosignatures under it. */
    SignedNote note() {
      return lines.stream().reduce(checkpoint, SignedNote::with, (_, last) -> last);
    }
  }

  /** The log starts from another tree than the one this witness cosigned last. */
  record Conflict(long size, String words) implements Answer {

    @Override
    public int status() {
      return 409;
    }

    @Override
    public String body() {
      return size + "\n";
    }

    @Override
    public String type() {
      return "text/x.tlog.size";
    }
  }

  /** The request is not one that can be granted. */
  record Refused(int status, String words) implements Answer {

    @Override
    public String body() {
      return words + "\n";
    }
  }
}
