package candour.requester.journey;

import candour.identity.Precautions;
import candour.identity.Precautions.Not;
import candour.requester.journey.Draft.Reply;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How somebody is reached so that nobody who must not know comes to know; nobody has to say. */
record SafeContact(
    Set<Not> not,
    @Size(max = 1000, message = "{safe-contact.letters-to.long}") String lettersTo,
    @Size(max = 4000, message = "{safe-contact.words.long}") String words,
    @Pattern(regexp = Precautions.WORD, message = "{safe-contact.word.wrong}") String word)
    implements Answer {

  static final SafeContact BLANK = new SafeContact(null, null, null, null);

  SafeContact(
      @Nullable Set<Not> not,
      @Nullable String lettersTo,
      @Nullable String words,
      @Nullable String word) {
    this.not = not == null ? Set.of() : Set.copyOf(not);
    this.lettersTo = Answer.text(lettersTo);
    this.words = Answer.text(words);
    this.word = Answer.text(word);
  }

  /** By which ways they said, a page earlier, that they can be reached. */
  static Set<Reply> ways(Answers answers) {
    return answers.find(HowToReachYou.class).map(HowToReachYou::ways).orElse(Set.of());
  }

  /** How the request is confirmed. */
  static Reply reply(Answers answers) {
    var left = answers.get(SafeContact.class).left(ways(answers));
    return Stream.of(Reply.EMAIL, Reply.POST, Reply.PHONE)
        .filter(left::contains)
        .findFirst()
        .orElseThrow();
  }

  /** Which of these ways this leaves. */
  Set<Reply> left(Set<Reply> ways) {
    var left = EnumSet.noneOf(Reply.class);
    left.addAll(ways);
    if (!lettersTo.isBlank()) {
      left.add(Reply.POST);
    }
    if (not.contains(Not.LETTERS)) {
      left.remove(Reply.POST);
    }
    if (not.contains(Not.CALLS)) {
      left.remove(Reply.PHONE);
    }
    return left;
  }

  /** Whether letters may go nowhere, and somewhere else. */
  boolean contradictsItself() {
    return not.contains(Not.LETTERS) && !lettersTo.isBlank();
  }

  Precautions precautions() {
    return Precautions.said(not, lettersTo, words, word);
  }

  @Override
  public List<Row> rows() {
    var lines = new ArrayList<Line>();
    Stream.of(Not.values())
        .filter(not::contains)
        .forEach(it -> lines.add(Answer.sentence("safe-contact." + it)));
    return List.of(
        lines.isEmpty()
            ? Answer.row("safe-contact.not.row", "check-your-answers.none")
            : new Row("safe-contact.not.row", lines),
        Answer.typed("safe-contact.letters-to.row", lettersTo),
        Answer.typed("safe-contact.words.row", words),
        Answer.typed("safe-contact.word.row", word));
  }
}
