package candour.requester.paper;

import candour.requester.paper.Part.Bullet;
import candour.requester.paper.Part.Choice;
import candour.requester.paper.Part.Date;
import candour.requester.paper.Part.Heading;
import candour.requester.paper.Part.Lines;
import candour.requester.paper.Part.Option;
import candour.requester.paper.Part.Paragraph;
import candour.requester.paper.Templates.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the template of a page what it asks, so that a question stands on paper as soon as
 * there is a page that asks it. What is for screens alone is marked so there.
 */
final class QuestionReader {

  private static final Pattern ELSEWHERE = Pattern.compile("~\\{(\\S+) :: (\\w+).*}");
  private static final String NOT_PRINTED = "govuk-!-display-none-print";
  private static final String BUTTONS = "requester/buttons";
  private static final int LINES = 1;

  private @Nullable String title;

  private QuestionReader() {}

  static Question read(String page, Words words) {
    var reader = new QuestionReader();
    var parts = reader.within(Templates.fragment("requester/" + page, "content"), words).toList();
    return new Question(Objects.requireNonNull(reader.title, page), parts);
  }

  private Stream<Part> within(Tag tag, Words words) {
    var parts = new ArrayList<Part>();
    tag.children().forEach(child -> parts.addAll(part(child, words)));
    return parts.stream();
  }

  private List<Part> part(Tag tag, Words words) {
    if (Objects.requireNonNullElse(tag.attribute("class"), "").contains(NOT_PRINTED)) {
      return List.of();
    }
    return switch (tag.name()) {
      case "h1", "h2", "p", "li" -> said(tag, words);
      case "govuk:input", "govuk:textarea" -> lines(tag, words);
      case "govuk:date-input" ->
          List.of(new Date(words.say(tag.attribute("fieldset.legend")), hint(tag, words)));
      case "govuk:radios", "govuk:checkboxes" -> choice(tag, words);
      case "govuk:radio", "govuk:checkbox" -> options(tag, words);
      case "govuk:details" ->
          Stream.concat(
                  Stream.of(new Heading(words.say(tag.attribute("summaryText")))),
                  within(tag, words))
              .toList();
      default -> elsewhere(tag, words);
    };
  }

  private List<Part> elsewhere(Tag tag, Words words) {
    var replaced = ELSEWHERE.matcher(Objects.requireNonNullElse(tag.attribute("th:replace"), ""));
    if (!replaced.matches()) {
      return within(tag, words).toList();
    }
    return replaced.group(1).equals(BUTTONS)
        ? List.of()
        : within(Templates.fragment(replaced.group(1), replaced.group(2)), words).toList();
  }

  private List<Part> said(Tag tag, Words words) {
    return words
        .each(tag.attribute("th:each"), tag.text().strip())
        .map(each -> each.sayAll(tag.text()))
        .filter(text -> !text.isEmpty())
        .<Part>mapMulti((text, to) -> {
          switch (tag.name()) {
            case "h1" -> title = text;
            case "h2" -> to.accept(new Heading(text));
            case "li" -> to.accept(new Bullet(text));
            default -> to.accept(new Paragraph(text));
          }
        })
        .toList();
  }

  private List<Part> lines(Tag tag, Words words) {
    var rows = tag.attribute("rows");
    var label = heading(tag.has("label.isPageHeading"), words.say(tag.attribute("label")));
    var count = rows == null ? LINES : Integer.parseInt(rows);
    return List.of(new Lines(label, hint(tag, words), count));
  }

  private List<Part> choice(Tag tag, Words words) {
    var legend = words.say(tag.attribute("fieldset.legend"));
    var label = heading(tag.has("fieldset.legend.isPageHeading"), legend);
    return List.of(new Choice(label, hint(tag, words), within(tag, words).toList()));
  }

  private List<Part> options(Tag tag, Words words) {
    return words
        .each(tag.attribute("th:each"), tag.attribute("text"))
        .filter(each -> tag.has("text"))
        .<Part>map(each ->
            new Option(
                each.say(tag.attribute("text")), hint(tag, each), within(tag, each).toList()))
        .toList();
  }

  /** The title of the page is said once, above everything. */
  private String heading(boolean isTitle, String words) {
    if (isTitle) {
      title = words;
    }
    return isTitle ? "" : words;
  }

  private static String hint(Tag tag, Words words) {
    return words.say(tag.attribute("hint"));
  }
}
