package candour.requester.journey;

import candour.casework.Want;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What records somebody asks for, and anything that helps to find them. */
record WhatYouWant(
    @NotEmpty(message = "{what-you-want.wants.missing}") Set<Want> wants,
    @Size(max = 20000, message = "{what-you-want.words.long}") String words)
    implements Answer {

  static final WhatYouWant BLANK = new WhatYouWant(null, null);

  WhatYouWant(@Nullable Set<Want> wants, @Nullable String words) {
    this.wants = wants == null ? Set.of() : Set.copyOf(wants);
    this.words = Answer.text(words);
  }

  /** The history of disclosures alone is given whole, whatever the time. */
  boolean hasPeriod() {
    return !wants.equals(Set.of(Want.DISCLOSURES));
  }

  boolean lacksWords() {
    return wants.contains(Want.SOMETHING_ELSE) && words.isEmpty();
  }

  @Override
  public List<Row> rows() {
    var lines =
        Stream.of(Want.values())
            .filter(wants::contains)
            .map(want -> Answer.sentence("what-you-want." + want))
            .toList();
    return List.of(
        new Row("what-you-want.row", lines), Answer.typed("what-you-want.words.row", words));
  }
}
