package candour.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import candour.casework.CaseReference;
import candour.casework.Visits;
import candour.exemptions.Provision;
import candour.platform.Acting;
import candour.platform.Fact;
import candour.platform.Officer;
import candour.support.Bundles;
import candour.support.PortalTest;
import candour.support.Samples;
import candour.support.Superuser;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PortalTest
class HistoryPageTests {

  record Downloaded(UUID caseId) implements Fact {
    @Override
    public String factClass() {
      return "pack.downloaded";
    }
  }

  record Disapplied(UUID caseId) implements Fact {
    @Override
    public String factClass() {
      return "determination.refused";
    }

    @Override
    public String provision() {
      return Provision.ART_15_1_3.code();
    }
  }

  @Autowired WebApplicationContext portal;
  @Autowired ApplicationEventPublisher facts;
  @Autowired Samples samples;
  @Autowired History history;
  @Autowired Visits visits;
  @Autowired Superuser superuser;

  @Test
  void a_case_shows_what_happened_who_did_it_and_where_it_is_proved() throws Exception {
    var reference = samples.generalCase();
    var officer = samples.officer("Ann", Officer.Role.CASEWORKER).acting();
    publish(samples.holderOf(reference).acting(), reference.value(), 1);
    var page = open(officer, "/staff/cases/" + reference + "/history");
    var rows = page.select("tbody tr");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).text()).contains("The request was received", "Somebody not signed in");
    assertThat(rows.get(1).text()).contains("The response was downloaded", "The person who asked");
    var welsh = open(officer, "/staff/cases/" + reference + "/history?lang=cy");
    assertThat(welsh.select("tbody tr").get(1).text()).contains("Lawrlwythwyd yr ymateb");
  }

  @Test
  void a_long_history_is_read_page_by_page_without_gaps() throws Exception {
    var reference = samples.generalCase();
    var officer = samples.officer("Ann", Officer.Role.CASEWORKER).acting();
    publish(Acting.system(), reference.value(), 60);
    var path = "/staff/cases/" + reference + "/history";
    var first = open(officer, path);
    assertThat(first.select("tbody tr")).hasSize(50);
    assertThat(first.select("a[rel=prev]")).isEmpty();
    var next = open(officer, path + first.select("a[rel=next]").attr("href"));
    assertThat(next.select("tbody tr")).hasSize(11);
    assertThat(next.select("a[rel=next]")).isEmpty();
    assertThat(next.select("a[rel=prev]")).hasSize(1);
    var looks = open(officer, path + "?looks=true").select("a[rel=next]").attr("href");
    var later = open(officer, path + looks);
    assertThat(later.select("tbody tr")).hasSize(11);
    assertThat(later.select("a[rel=prev]").attr("href")).isEqualTo("?looks=true");
  }

  /** Officers open a case many times: what they did is not to be lost among that. */
  @Test
  void that_somebody_only_looked_is_shown_to_whoever_asks_for_it() throws Exception {
    var reference = samples.generalCase();
    var officer = samples.officer("Ann", Officer.Role.CASEWORKER);
    officer
        .acting()
        .run(() -> visits.recordOnBehalf(reference, samples.holderOf(reference).requesterId()));
    var path = "/staff/cases/" + reference + "/history";
    var page = open(officer.acting(), path);
    assertThat(page.select("tbody tr").eachText()).singleElement().asString().contains("received");
    var all = open(officer.acting(), path + page.select("main a[href*=looks]").attr("href"));
    assertThat(all.select("tbody tr").eachText())
        .hasSize(2)
        .anyMatch(it -> it.contains("opened the request"));
    assertThat(all.select("main a[href='?']").text()).isEqualTo("Leave that out");
  }

  @Test
  void an_entry_that_was_changed_is_shown_as_such() throws Exception {
    var reference = samples.generalCase();
    var officer = samples.officer("Ann", Officer.Role.CASEWORKER).acting();
    var changed = List.of("Changed", "not what it was when it was written");
    assertThat(forged(officer, reference, "rows = ' ' || rows", "rows = substr(rows, 2)"))
        .contains("The request was received")
        .contains(changed);
    assertThat(forged(officer, reference, "class = 'case.visited'", "class = 'request.received'"))
        .as("not hidden as what only says that somebody looked")
        .contains(changed);
  }

  /** The lines of a history while a superuser has changed them. */
  private String forged(Acting officer, CaseReference reference, String forgery, String undone)
      throws Exception {
    forge(forgery, reference);
    try {
      return open(officer, "/staff/cases/" + reference + "/history").select("tbody tr").text();
    } finally {
      forge(undone, reference);
    }
  }

  private void forge(String change, CaseReference reference) {
    superuser.done(
        "set session_replication_role = replica; update audit.entry set %s where case_id = '%s'"
            .formatted(change, reference));
  }

  @Test
  void only_people_at_work_read_a_history() {
    var reference = samples.generalCase();
    for (var stranger :
        List.of(samples.holderOf(reference).acting(), Acting.visitor(reference.value()))) {
      assertThat(linesFor(stranger, reference)).isEmpty();
    }
    assertThat(linesFor(Acting.system(), reference))
        .extracting(History.Line::factClass)
        .containsExactly("request.received");
  }

  @Test
  void a_provision_is_told_in_words_and_never_as_its_code() throws Exception {
    var reference = samples.generalCase();
    var officer = samples.officer("Ann", Officer.Role.CASEWORKER).acting();
    samples.as(
        officer,
        () -> {
          facts.publishEvent(new Disapplied(reference.value()));
          return true;
        });
    var path = "/staff/cases/" + reference + "/history";
    var row = open(officer, path).select("tbody tr").get(1).text();
    assertThat(row).contains("UK GDPR Article 15(1) to (3): access").doesNotContain("uk-gdpr");
    assertThat(open(officer, path + "?lang=cy").select("tbody tr").get(1).text())
        .contains("Erthygl 15(1) i (3)");
    assertThat(Bundles.english("audit").keySet())
        .containsAll(
            Stream.of(Provision.values()).map(it -> "history.provision." + it.code()).toList());
  }

  @Test
  void every_class_of_fact_has_words() {
    var classes = Pattern.compile("String factClass\\(\\) \\{\\s+return \"([a-z.-]+)\"");
    var words = Bundles.english("audit").keySet();
    var found =
        Bundles.files(Path.of("src/main/java"), ".java").stream()
            .flatMap(file -> classes.matcher(Bundles.text(file)).results())
            .map(match -> "history.class." + match.group(1))
            .toList();
    assertThat(found).isNotEmpty();
    assertThat(words).containsAll(found);
  }

  private List<History.Line> linesFor(Acting actor, CaseReference reference) {
    return samples.as(actor, () -> history.following(reference.value(), null, true, 10));
  }

  private void publish(Acting actor, UUID caseId, int times) {
    samples.as(
        actor,
        () -> {
          for (var i = 0; i < times; i++) {
            facts.publishEvent(new Downloaded(caseId));
          }
          return true;
        });
  }

  private Document open(Acting actor, String path) throws Exception {
    var mvc = MockMvcBuilders.webAppContextSetup(portal).build();
    var answer = actor.callChecked(() -> mvc.perform(get(URI.create(path))).andReturn());
    assertThat(answer.getResponse().getStatus()).isEqualTo(200);
    return Jsoup.parse(answer.getResponse().getContentAsString());
  }
}
