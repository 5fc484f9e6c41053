package candour.requester.journey;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Up to five documents in somebody's own words. */
record WhichDocuments(
    @Size(max = 300, message = "{which-documents.long}") String first,
    @Size(max = 300, message = "{which-documents.long}") String second,
    @Size(max = 300, message = "{which-documents.long}") String third,
    @Size(max = 300, message = "{which-documents.long}") String fourth,
    @Size(max = 300, message = "{which-documents.long}") String fifth)
    implements Answer {

  static final WhichDocuments BLANK = new WhichDocuments(null, null, null, null, null);

  WhichDocuments(
      @Nullable String first,
      @Nullable String second,
      @Nullable String third,
      @Nullable String fourth,
      @Nullable String fifth) {
    this.first = Answer.text(first);
    this.second = Answer.text(second);
    this.third = Answer.text(third);
    this.fourth = Answer.text(fourth);
    this.fifth = Answer.text(fifth);
  }

  /** Those that were named, in whichever boxes. */
  List<String> named() {
    return Stream.of(first, second, third, fourth, fifth).filter(it -> !it.isBlank()).toList();
  }

  @Override
  public List<Row> rows() {
    return List.of(
        new Row("which-documents.row", named().stream().<Line>map(Line.Typed::new).toList()));
  }
}
