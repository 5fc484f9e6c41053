package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.Casework;
import candour.casework.Correspondence;
import candour.intake.PublicFile.Sound;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.Browser.Upload;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scans of what came by post, and files of requests that officers are still entering. */
@PortalTest
class EnteringFilesTests {

  @Autowired JdbcClient jdbc;
  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Correspondence correspondence;
  @Autowired People people;
  @Autowired Days days;
  @Autowired Entering entering;
  @Autowired Drafts drafts;
  @Autowired DraftFiles files;

  private Officer officer;
  private Browser browser;

  @BeforeEach
  void a_letter_came() {
    officer = samples.officer("Nesta Puw", Role.CASEWORKER);
    browser = people.signedIn(officer);
  }

  @Test
  void a_scan_of_what_came_goes_with_the_case_and_with_nothing_else() throws IOException {
    entering.by(browser, UUID.randomUUID() + "@example.org").send();
    var number = browser.page().html().select(".govuk-panel strong").text();
    var reference = samples.as(officer.acting(), () -> casework.numbered(number).orElseThrow());
    var page = browser.submit("main form", Map.of());
    assertThat(page.path()).startsWith("/staff/cases/" + reference + "/messages/");
    browser.submit(
        "main form", Map.of("files", new Upload("Llythyr.png", "image/png", Samples.picture())));
    assertThat(browser.page().text())
        .contains("My request, as it came to you", "Llythyr.png", "Written down by Nesta Puw");
    assertThat(people.signedIn(Role.SENIOR).get(page.path()).status())
        .as("somebody else’s hand")
        .isEqualTo(404);
    var own = samples.generalCase();
    samples.holderOf(own).acting().run(() -> correspondence.write(own, "I wrote this."));
    var letter = samples.as(officer.acting(), () -> correspondence.messages(own)).getFirst().id();
    assertThat(browser.get("/staff/cases/" + own + "/messages/" + letter + "/files").status())
        .isEqualTo(404);
    assertThatThrownBy(() ->
            samples.as(
                officer.acting(),
                () ->
                    jdbc.sql(
                            """
                            insert into casework.attachment (document_id, message_id, case_id, from_requester, position)
                            values (:id, :message, :case, true, 1)
                            """)
                        .param("id", UUID.randomUUID())
                        .param("message", letter)
                        .param("case", own.value())
                        .update()))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void an_answer_that_came_by_post_takes_its_scan() throws IOException {
    var reference = samples.generalCase();
    samples.as(
        officer.acting(),
        () ->
            correspondence.ask(
                reference, officer, "Which port was it, please?", "There are three of them."));
    browser.get("/staff/cases/" + reference + "/clock/answer");
    var fields = new HashMap<String, Object>(Map.of("words", "It was Tilbury."));
    fields.put("on.day", String.valueOf(days.today().getDayOfMonth()));
    fields.put("on.month", String.valueOf(days.today().getMonthValue()));
    fields.put("on.year", String.valueOf(days.today().getYear()));
    assertThat(browser.submit("main form", fields).text()).contains("you can add a scan");
    browser.get("/staff/cases/" + reference + "/messages");
    browser.get(browser.page().html().expectFirst("main a[href$=/files]").attr("href"));
    var some =
        List.of(
            new Upload("a.png", "image/png", Samples.picture()),
            new Upload("b.pdf", "application/pdf", new byte[] {1}));
    assertThat(browser.submit("main form", Map.of("files", some)).status()).isEqualTo(422);
    var holder = samples.holderOf(reference);
    var message = samples.as(holder.acting(), () -> correspondence.messages(reference)).getLast();
    assertThat(message.fromRequester()).isTrue();
    assertThat(message.recordedBy()).isEqualTo(officer.id());
    assertThat(message.files()).as("beside one that is refused").hasSize(1);
  }

  /**
   * Each page asks for its own draft alone; whoever acts as an officer finds none of their files.
   */
  @Test
  void no_officer_reads_or_removes_files_of_a_draft_in_sql() {
    var id = entering.begun(officer, "Winston Clarke");
    var sound = new Sound("a.png", "image/png", new byte[] {1});
    files.keep(drafts.find(id).orElseThrow(), List.of(sound), null);
    assertThat(files.of(id)).hasSize(1);
    for (var who : List.of(officer, samples.officer("Other", Role.SENIOR))) {
      assertThat(rows(who.acting(), id)).isZero();
      samples.as(
          who.acting(),
          () ->
              jdbc.sql("delete from requester.draft_file where draft_id = :id")
                  .param("id", id)
                  .update());
    }
    assertThat(files.of(id)).hasSize(1);
  }

  private long rows(Acting acting, UUID draft) {
    return samples.as(
        acting,
        () ->
            jdbc.sql("select count(*) from requester.draft_file where draft_id = :id")
                .param("id", draft)
                .query((row, _) -> row.getLong(1))
                .single());
  }
}
