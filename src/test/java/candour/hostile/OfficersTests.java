package candour.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import candour.hostile.Scene.Case;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.records.Records;
import candour.records.redaction.Paper;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.Browser.Upload;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What officers send that they should not, by their own pages. */
@PortalTest
class OfficersTests {

  @Autowired People people;
  @Autowired Samples samples;
  @Autowired Scene scene;
  @Autowired Records records;

  @Test
  void a_bad_file_is_refused_in_a_sentence_and_what_was_typed_is_kept() {
    var at = scene.open();
    var letter = Paper.letter();
    var bad =
        Map.of(
            "empty.pdf", new byte[0],
            "cut.pdf", Arrays.copyOf(letter, letter.length / 2),
            "page.pdf", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
            "locked.pdf", Paper.locked("secret"),
            "bomb.pdf", Paper.bomb());
    var officer = people.signedIn(Role.CASEWORKER);
    var before = titles(at).size();
    bad.forEach((name, content) -> {
      var page = upload(officer, at, name, content);
      assertThat(page.status()).as(name).isEqualTo(422);
      assertThat(page.html().select("#file-error").text())
          .as(name)
          .contains(" ")
          .doesNotContain("{");
      assertThat(page.html().select("[name=name]").val()).isEqualTo("A file");
    });
    assertThat(titles(at)).hasSize(before);
  }

  @Test
  void a_file_is_named_harmlessly_whatever_it_is_called() {
    var at = scene.open();
    var officer = people.signedIn(Role.CASEWORKER);
    var names =
        List.of(
            "../../x.pdf",
            "C:\\windows\\x.pdf",
            "CON.pdf",
            "cod\u202Efdp.exe",
            "=cmd|' /C calc'!A0.pdf",
            "<svg onload=alert(1)>.pdf",
            "e\u0301".repeat(2_000) + ".pdf",
            "a\r\nSet-Cookie:x.pdf");
    for (var name : names) {
      var page = upload(officer, at, name, Paper.letter());
      assertThat(page.status()).as(name).isLessThan(500);
      assertThat(page.header("Set-Cookie")).doesNotContain("x.pdf");
      assertThat(page.html().select("[onload]")).isEmpty();
    }
    assertThat(
            samples.as(Acting.system(), () -> records.reviewed(at.reference())).stream()
                .map(record -> record.fileName()))
        .allSatisfy(name ->
            assertThat(name).endsWith(".pdf").doesNotContain("/", "\\", "..", "\n", "\u202E"));
  }

  @Test
  void who_does_not_work_cases_neither_collects_nor_decides_on_pages() {
    var at = scene.open();
    var before = titles(at);
    for (var role : List.of(Role.RELEASER, Role.DISCLOSURES)) {
      var officer = people.signedIn(role);
      assertThat(upload(officer, at, "a.pdf", Paper.letter()).status()).isEqualTo(403);
      var review = at.at("/staff/cases/{reference}/records/{record}/pages/{page}");
      assertThat(send(officer, review, Map.of("action", "release")).status()).isEqualTo(403);
    }
    assertThat(titles(at)).isEqualTo(before);
  }

  @Test
  void an_officer_in_every_office_cannot_answer_alone() {
    var at = scene.prepared();
    var alone = people.signedIn(Role.CASEWORKER, Role.SENIOR, Role.RELEASER);
    var senior = people.signedIn(Role.SENIOR);
    var response = at.at("/staff/cases/{reference}/response");
    assertThat(send(alone, response + "/prepare", Map.of()).status()).isEqualTo(200);
    assertThat(alone.page().html().select("form[action$=/approve]")).isEmpty();
    var approve = senior.get(response).html().expectFirst("form[action$=/approve]").attr("action");
    var reason = Map.of("reason", "I read the whole pack.");
    assertThat(send(alone, approve, reason).status()).isEqualTo(409);
    assertThat(send(senior, approve, reason).status()).isEqualTo(200);
    var release = approve.replace("/approve", "/release");
    assertThat(send(alone, release, Map.of()).status()).isEqualTo(409);
    assertThat(alone.get(response).text()).doesNotContain("was answered on");
  }

  private static Page send(Browser browser, String path, Map<String, String> fields) {
    var all = new LinkedHashMap<String, Object>(fields);
    all.put("_csrf", token(browser));
    return browser.post(path, all);
  }

  private static Page upload(Browser browser, Case at, String name, byte[] content) {
    var path = at.at("/staff/cases/{reference}/records");
    var search = browser.get(path).html().select("main form [name=search]").last();
    return browser.upload(
        path,
        Map.of(
            "_csrf",
            token(browser),
            "search",
            search == null ? UUID.randomUUID().toString() : search.val(),
            "name",
            "A file",
            "health",
            "false",
            "file",
            new Upload(name, "application/pdf", content)));
  }

  private static String token(Browser browser) {
    return browser.get("/staff/worklist").html().expectFirst("[name=_csrf]").val();
  }

  private List<String> titles(Case at) {
    return samples.as(Acting.system(), () -> records.reviewed(at.reference())).stream()
        .map(record -> record.title() + record.pages())
        .toList();
  }
}
