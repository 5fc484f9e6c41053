package candour.requester;

import candour.support.Browser;
import candour.support.Browser.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Somebody who asks for their records, page by page. */
public final class Asking {

  private final Browser browser;
  private final Map<String, Map<String, Object>> answers = new HashMap<>();
  private String door = "/request/";
  private Consumer<Page> seen = _ -> {};

  /** Somebody with no papers who wants to prove when they came. */
  public Asking(Browser browser, String email) {
    this.browser = browser;
    answers.put("who-for", Map.of("capacity", "SELF"));
    answers.put("your-name", Map.of("fullName", "Winston Clarke", "otherNames", "W. G. Clark"));
    answers.put(
        "date-of-birth", Map.of("known", "ALL_OR_PART", "date.year", "1962", "date.about", "true"));
    answers.put("what-you-want", Map.of("extent", "FILES", "words", ""));
    answers.put("which-records", Map.of("wants", List.of("LANDING_CARD", "PORT_FILE")));
    answers.put("which-documents", Map.of("first", "The decision letter of about 1988"));
    answers.put("period", Map.of("span", "PART", "from", "about 1968"));
    answers.put("finding-you", Map.of("known", List.of("NONE")));
    answers.put("reference-numbers", Map.of("homeOffice", "C 123456/2"));
    answers.put("passports", Map.of("first.number", "J 90210", "first.whose", "PARENTS"));
    answers.put(
        "arrival",
        Map.of("first.vessel", "SS Ascania", "first.date.month", "3", "first.date.year", "1962"));
    answers.put("addresses", Map.of("words", "12 Railton Road, Brixton, about 1963 to 1968"));
    answers.put("born-elsewhere", Map.of("first.year", "1961", "first.about", "true"));
    answers.put("why", Map.of("purpose", "PROVE_STATUS"));
    answers.put("urgent", Map.of());
    answers.put("how-to-reach-you", Map.of("email", email));
    answers.put("safe-contact", Map.of());
    answers.put("showing-who-you-are", Map.of("routes", List.of("SOMEONE_WHO_KNOWS_ME")));
    answers.put("evidence", Map.of());
  }

  /** Answers a page otherwise. */
  public Asking with(String page, Map<String, Object> answer) {
    answers.put(page, answer);
    return this;
  }

  /** Can say something about everything that helps to find the records. */
  public Asking withAllClues() {
    return with(
        "finding-you",
        Map.of(
            "known",
            List.of("REFERENCE_NUMBERS", "PASSPORTS", "ARRIVAL", "ADDRESSES", "BORN_ELSEWHERE")));
  }

  /** Names documents instead of asking for files. */
  public Asking forDocuments() {
    return with("what-you-want", Map.of("extent", "NAMED_DOCUMENTS"));
  }

  /** As an officer does, who has begun to enter it and is on this page. */
  public Asking enteredAt(String path) {
    door = path.substring(0, path.lastIndexOf('/') + 1);
    return this;
  }

  /** Looks at every page on the way, before it is answered. */
  public Asking looking(Consumer<Page> at) {
    seen = at;
    return this;
  }

  /** A solicitor who asks for a client, and may be given the answer. */
  public Asking forClient(String clientEmail) {
    return with("who-for", Map.of("capacity", "ADVISER"))
        .with(
            "about-you",
            Map.of(
                "fullName", "Jo Sparrow",
                "firm", "Sparrow & Co",
                "regulator", "SOLICITORS_REGULATION_AUTHORITY",
                "number", "612345"))
        .with("your-authority", Map.of("basis", "SIGNED_LETTER", "scope", "RECEIVE"))
        .with("reaching-them", Map.of("known", "A_WAY", "email", clientEmail));
  }

  /** The same for an ordinary purpose, who is reached by letter or phone alone. */
  public Asking forClientByPost(String clientEmail) {
    return forClient(clientEmail)
        .with("how-to-reach-you", Map.of("phone", "01632 960 001", "address", "1 High Street"))
        .with("why", Map.of("purpose", "APPLICATION"));
  }

  /** A mother who asks for a child that understands and agrees, and lives with her. */
  public Asking forChild() {
    return with("who-for", Map.of("capacity", "PARENT"))
        .with("about-you", Map.of("fullName", "Ada Clarke", "relation", "his mother"))
        .with("child", Map.of("understanding", "AGREES", "twelveInScotland", "false"))
        .with("your-authority", Map.of("basis", "PARENTAL_RESPONSIBILITY", "scope", "RECEIVE"))
        .with("reaching-them", Map.of("known", "NO_WAY", "words", "He lives with me."))
        .with("date-of-birth", Map.of("known", "NOT_KNOWN", "words", "He is nine."));
  }

  /** What they answer, by the name of the page. */
  public Map<String, Map<String, Object>> answers() {
    return Map.copyOf(answers);
  }

  /** Answers every page in turn, and returns the one where all are checked. */
  public Page answerAll() {
    return answerUntil("check-your-answers");
  }

  /** Answers the pages before that one, and returns it. */
  public Page answerUntil(String last) {
    browser.get(door + "who-for");
    for (var page = page(); !page.equals(last) && answers.containsKey(page); ) {
      seen.accept(browser.page());
      browser.submit("main form", answers.get(page));
      if (page().equals(page)) {
        break;
      }
      page = page();
    }
    return browser.page();
  }

  private String page() {
    return browser.page().path().replace(door, "");
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
