package candour.intake;

import candour.intake.PublicFile.Reason;
import candour.intake.PublicFile.Refused;
import candour.intake.PublicFile.Sound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files that somebody chose in a form: each goes through the one gate, and what it says of a
 * file that it refuses stands at the question. What is sound is taken, also beside what is refused.
 */
@Component
public class ChosenFiles {

  private final PublicFiles gate;

  ChosenFiles(PublicFiles gate) {
    this.gate = gate;
  }

  /**
   * The files, drawn anew; whatever is wrong with any becomes an error of the field, beside which
   * the others are there all the same: nobody has to choose them again. None is an error too, and
   * of more than {@code most} none is taken.
   */
  public List<Sound> take(
      @Nullable List<MultipartFile> chosen, int most, BindingResult errors, String field) {
    var files =
        Objects.requireNonNullElse(chosen, List.<MultipartFile>of()).stream()
            .filter(file -> !name(file).isBlank())
            .toList();
    if (files.isEmpty()) {
      errors.rejectValue(field, "upload.refused.NONE");
    } else if (files.size() > most) {
      errors.rejectValue(field, "upload.refused.TOO_MANY", new Object[] {most}, null);
    }
    return errors.hasErrors() ? List.of() : sound(files, errors, field);
  }

  private List<Sound> sound(List<MultipartFile> files, BindingResult errors, String field) {
    var sound = new ArrayList<Sound>();
    for (var file : files) {
      switch (taken(file)) {
        case Sound good -> sound.add(good);
        case Refused(var name, var reason) ->
            errors.rejectValue(field, "upload.refused." + reason, new Object[] {name}, null);
      }
    }
    return List.copyOf(sound);
  }

  private PublicFile taken(MultipartFile file) {
    if (file.getSize() > IntakeLimits.forThePublic().fileBytes()) {
      return new Refused(SafeFileName.of(name(file), "file"), Reason.TOO_LARGE);
    }
    try {
      return gate.take(name(file), file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(MultipartFile file) {
    return Objects.requireNonNullElse(file.getOriginalFilename(), "");
  }
}
