package candour.requester.journey;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The person's name, and every other name that papers about them may bear. */
record YourName(
    @NotEmpty(message = "{your-name.full-name.missing}")
        @Size(max = 300, message = "{your-name.full-name.long}")
        String fullName,
    @Size(max = 2000, message = "{your-name.other-names.long}") String otherNames)
    implements Answer {

  static final YourName BLANK = new YourName(null, null);

  YourName(@Nullable String fullName, @Nullable String otherNames) {
    this.fullName = Answer.text(fullName);
    this.otherNames = Answer.text(otherNames);
  }

  @Override
  public List<Row> rows() {
    return List.of(
        Answer.typed("your-name.full-name", fullName),
        Answer.typed("your-name.other-names", otherNames));
  }
}
