package candour.requester.journey;

import candour.casework.Extent;
import candour.casework.Sought;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How much somebody asks for, and whatever they want to say of it. */
record WhatYouWant(
    @NotNull(message = "{what-you-want.extent.missing}") @Nullable Extent extent,
    @Size(max = 20000, message = "{what-you-want.words.long}") String words)
    implements Answer {

  static final WhatYouWant BLANK = new WhatYouWant(null, null);

  WhatYouWant(@Nullable Extent extent, @Nullable String words) {
    this.extent = extent;
    this.words = Answer.text(words);
  }

  static boolean names(Answers answers) {
    return isAsked(answers, Extent.NAMED_DOCUMENTS::equals);
  }

  static boolean wantsFiles(Answers answers) {
    return isAsked(answers, Extent.FILES::equals);
  }

  /** Whether a time can be asked for: of the rest all there is comes with the answer. */
  static boolean hasPeriod(Answers answers) {
    return isAsked(answers, Extent::hasPeriod);
  }

  private static boolean isAsked(Answers answers, Predicate<Extent> extent) {
    return answers.find(WhatYouWant.class).map(WhatYouWant::extent).filter(extent).isPresent();
  }

  /** All that these answers ask for. */
  static Sought sought(Answers answers) {
    var want = answers.get(WhatYouWant.class);
    var period = answers.find(Period.class).orElse(Period.BLANK);
    return new Sought(
        Objects.requireNonNull(want.extent),
        answers.find(WhichDocuments.class).map(WhichDocuments::named).orElse(List.of()),
        answers.find(WhichRecords.class).map(WhichRecords::wants).orElse(Set.of()),
        want.words,
        period.start(),
        period.end());
  }

  @Override
  public List<Row> rows() {
    return List.of(
        Answer.row("what-you-want.row", "what-you-want." + extent),
        Answer.typed("what-you-want.words.row", words));
  }
}
