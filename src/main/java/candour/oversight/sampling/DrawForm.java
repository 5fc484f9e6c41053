package candour.oversight.sampling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a committee draws by.
 *
 * @param size how many entries the checkpoint has that it keeps
 * @param words its own, said after it had that checkpoint
 */
record DrawForm(
    @NotNull(message = "{summaries.size.wrong}") @Min(value = 1, message = "{summaries.size.wrong}")
        @Nullable Long size,
    @NotNull(message = "{summaries.many.wrong}")
        @Min(value = 1, message = "{summaries.many.wrong}")
        @Max(value = 100, message = "{summaries.many.wrong}")
        @Nullable Integer many,
    @Pattern(regexp = "[\\p{L}\\p{M}\\p{N} ]{8,200}", message = "{summaries.words.wrong}")
        String words) {

  DrawForm {
    words = words == null ? "" : words.strip();
  }
}
