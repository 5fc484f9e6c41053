package candour.casework.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the requester said by post, by phone or in person, and when. */
record Answered(
    TypedDay on,
    @NotBlank(message = "{answered.words.wrong}")
        @Size(max = 20_000, message = "{answered.words.wrong}")
        String words) {

  Answered(@Nullable TypedDay on, String words) {
    this.on = TypedDay.orBlank(on);
    this.words = words;
  }
}
