package candour.requester;

import candour.support.Browser;
import candour.support.Browser.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody who asks for their records, page by page. */
public final class Asking {

  private final Browser browser;
  private final Map<String, Map<String, Object>> answers = new LinkedHashMap<>();

  /** Somebody with no papers who wants to prove when they came. */
  public Asking(Browser browser, String email) {
    this.browser = browser;
    answers.put("for-myself", Map.of("whose", "MINE"));
    answers.put("your-name", Map.of("fullName", "Winston Clarke", "otherNames", "W. G. Clark"));
    answers.put(
        "date-of-birth", Map.of("known", "ALL_OR_PART", "date.year", "1962", "date.about", "true"));
    answers.put(
        "what-you-want", Map.of("wants", List.of("LANDING_CARD", "DISCLOSURES"), "words", ""));
    answers.put("period", Map.of("span", "PART", "from", "about 1968"));
    answers.put("why", Map.of("purpose", "PROVE_STATUS"));
    answers.put("how-to-reach-you", Map.of("email", email));
    answers.put("showing-who-you-are", Map.of("routes", List.of("SOMEONE_WHO_KNOWS_ME")));
  }

  /** Answers a page otherwise. */
  public Asking with(String page, Map<String, Object> answer) {
    answers.put(page, answer);
    return this;
  }

  /** Answers every page in turn, and returns the one where all are checked. */
  public Page answerAll() {
    return answerUntil("check-your-answers");
  }

  /** Answers the pages before that one, and returns it. */
  public Page answerUntil(String last) {
    browser.get("/request/for-myself");
    answers.forEach((page, answer) -> {
      var path = browser.page().path();
      if (!page.equals(last) && path.equals("/request/" + page)) {
        browser.submit("main form", answer);
      }
    });
    return browser.page();
  }

  /** Answers every page, sends the request and returns the confirmation. */
  public Page send() {
    answerAll();
    return browser.submit("main form", Map.of());
  }

  /** The reference on the confirmation that the browser shows. */
  public String number() {
    return browser.page().html().select(".govuk-panel strong").text();
  }
}
