package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.support.Browser;
import candour.support.People;
import candour.support.Samples;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Officers at the pages about the exemptions of one case, which a test may change for another. */
@Component
@Scope("prototype")
class ExemptionsDesk {

  /** Holds markup, two languages and what templates would take for their own. */
  static final String WORDS =
      "Mae'r tŷ <script>alert(1)</script> yma; ${7*7} [[${7*7}]] and forty characters more.";

  /** A page as it came back. */
  record Answer(int status, String location, Document page) {}

  private final Exemptions exemptions;
  private final People people;
  private final Samples samples;
  private final JdbcClient jdbc;
  private final Days days;
  private final Map<UUID, Browser> browsers = new HashMap<>();
  private @Nullable CaseReference reference;
  private @Nullable Item item;

  ExemptionsDesk(
      Exemptions exemptions, People people, Samples samples, JdbcClient jdbc, Days days) {
    this.exemptions = exemptions;
    this.people = people;
    this.samples = samples;
    this.jdbc = jdbc;
    this.days = days;
  }

  /** From now on all is about this case, in which there is one page to decide on. */
  void turnTo(CaseReference to) {
    var page = new Item(Identifiers.next(), Item.Kind.PAGE, Identifiers.next(), "Notes, page 2");
    Acting.system().run(() -> exemptions.offer(to, List.of(page)));
    reference = to;
    item = page;
  }

  /** From now on all is about this case, and the page stays the other's. */
  void turnAwayTo(CaseReference to) {
    reference = to;
  }

  UUID item() {
    return Objects.requireNonNull(item).id();
  }

  String base() {
    return "/staff/cases/" + Objects.requireNonNull(reference) + "/exemptions";
  }

  /** What an officer answers to every question of the form. */
  Map<String, String> answers(Officer officer) {
    var answers = new LinkedHashMap<String, String>();
    get(officer, "/propose?item=" + item())
        .page()
        .select("textarea")
        .forEach(field -> answers.put(field.attr("name"), WORDS));
    answers.remove("tellReason");
    answers.putAll(Map.of("limbA", "YES", "limbB", "YES", "limbC", "YES"));
    answers.put("provision", "ART_15_1_3");
    answers.put("purpose", "IMM_CONTROL");
    answers.put("extent", "PARTIAL");
    answers.put("outcome", "APPLIED");
    answers.put("tell", "TOLD");
    answers.put("summary", "Part of a page that describes how a current operation is carried out.");
    day(answers, "reviewOn", 6);
    return answers;
  }

  void day(Map<String, String> answers, String field, int months) {
    var on = days.today().plusMonths(months);
    answers.put(field + ".day", String.valueOf(on.getDayOfMonth()));
    answers.put(field + ".month", String.valueOf(on.getMonthValue()));
    answers.put(field + ".year", String.valueOf(on.getYear()));
  }

  static Map<String, String> approval() {
    return new LinkedHashMap<>(
        Map.of(
            "ruling", "APPROVED", "reason", WORDS, "likenessReason", WORDS, "namesNobody", "true"));
  }

  Answer propose(Officer officer, Map<String, String> answers) {
    return post(officer, "/propose?item=" + item(), answers);
  }

  /** Proposes, and returns where the determination is, from the base on. */
  String proposed(Officer officer) {
    return propose(officer, answers(officer)).location().substring(base().length());
  }

  Answer get(Officer officer, String path) {
    return answer(by(officer).get(base() + path));
  }

  Answer post(Officer officer, String path, Map<String, String> fields) {
    var all = new LinkedHashMap<String, Object>(fields);
    all.put("_csrf", by(officer).get("/staff/worklist").html().expectFirst("[name=_csrf]").val());
    return answer(by(officer).post(base() + path, all));
  }

  private Browser by(Officer officer) {
    return browsers.computeIfAbsent(officer.id(), _ -> people.signedIn(officer).standing());
  }

  private static Answer answer(Browser.Page page) {
    return new Answer(page.status(), page.header("Location"), page.html());
  }

  long attempts(String rule) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select count(*) from exemptions.refused_attempt where case_id = ? and rule = ?")
                .param(Objects.requireNonNull(reference).value())
                .param(rule)
                .query(Long.class)
                .single());
  }
}
