package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import candour.Portal;
import candour.audit.NightlyChecks;
import candour.support.Invariants;
import candour.support.Patience;
import candour.support.PdfUa;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The main job, whole, in a browser: two people ask, three officers answer, the committee counts,
 * anybody proves. The first walks with JavaScript and axe on every page; the second without
 * JavaScript, on a phone.
 */
@SpringBootTest(
    classes = Portal.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "candour.home=target/test-homes/${random.uuid}",
      "candour.log.interval=500ms",
      "candour.oversight.interval=1s",
      "candour.response.recall-window=4s"
    })
@Import(NightlyChecks.class)
@ActiveProfiles("demo")
@EnabledIf("candour.journeys.Walker#canWalk")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobJourney {

  private static final String WORDS =
      "This was weighed for this page alone and in the light of what is known. ";

  @LocalServerPort int port;
  @Autowired Invariants invariants;
  @Autowired NightlyChecks nightly;
  @TempDir static Path folder;

  /** The case of the second requester, once it is answered. */
  private static String answered = "";

  @Test
  @Order(1)
  void a_requester_without_papers_proves_her_history() throws IOException {
    try (var walker = Walker.withScript(port)) {
      var officers = new Officers(walker, port, folder);
      var requesters = new Requesters(walker);
      walker.go("/?lang=cy").sees("Gofyn am eich data personol").go("/?lang=en");
      requesters.ask(
          "Winston Aldridge Clarke",
          new String[] {"4", "3", "1956"},
          "To prove status or history in the UK",
          "winston@example.org",
          "I have nothing: talk to me");
      requesters.openRequest("winston@example.org");
      walker.sees(
          "Where it stands",
          "You must have your answer by",
          "The rule that lets us leave things out");
      requesters.write("The ship was the SS Ascania. She came into Southampton in June 1962.");
      officers.importDisclosures();
      var reference = officers.takeOn("Winston Aldridge Clarke");
      officers.confirmIdentity(reference);
      officers.search(reference, "Immigration case database", "Records were found", "1");
      officers.search(
          reference,
          "Paper file store",
          "Destroyed under a policy",
          "Landing cards and registration slips");
      officers.search(reference, "Detention and reporting records", "Never held", null);
      officers.collect(reference, "case-notes.pdf", "Case notes 1971 to 2014");
      officers.reviewFirstRecord(reference, "Leonard Whitcombe");
      officers.exemptionIsRefused(reference);
      officers.answer(reference);
      var pack = requesters.fetchAnswer("winston@example.org");
      assertThat(text(pack))
          .contains("Winston Aldridge Clarke", "SS Ascania", "SAR-")
          .contains("October 2010")
          .doesNotContain("Whitcombe");
      PdfUa.assertValid(Files.readAllBytes(pack));
      walker.go("/my-request").sees("Home Office");
      requesters.lookAround();
    }
  }

  @Test
  @Order(2)
  void another_requester_is_kept_something_from_by_three_officers_without_javascript()
      throws IOException {
    try (var walker = Walker.withoutScript(port)) {
      var officers = new Officers(walker, port, folder);
      var requesters = new Requesters(walker);
      requesters.ask(
          "Mei Lin Harrow",
          new String[] {"17", "9", "1988"},
          "For an application",
          "mei@example.org",
          "A passport or other document with a photo");
      requesters.openRequest("mei@example.org");
      var reference = officers.takeOn("Mei Lin Harrow");
      officers.confirmIdentity(reference);
      officers.search(reference, "Immigration case database", "Records were found", "1");
      officers.search(reference, "Paper file store", "No information held", null);
      officers.search(reference, "Detention and reporting records", "Never held", null);
      officers.collect(reference, "visit-report.pdf", "Visit report");
      officers.proposeAndApprove(reference, WORDS);
      officers.withholdOnDetermination(reference);
      officers.answer(reference);
      var pack = requesters.fetchAnswer("mei@example.org");
      answered = reference;
      assertThat(text(pack))
          .contains("Mei Lin Harrow", "Immigration control")
          .doesNotContain("RL-55120", "Doreen Platt");
      PdfUa.assertValid(Files.readAllBytes(pack));
    }
  }

  @Test
  @Order(3)
  void the_committee_counts_and_anybody_proves() throws IOException, InterruptedException {
    try (var walker = Walker.withScript(port)) {
      var officers = new Officers(walker, port, folder);
      officers.signIn("clerk");
      walker.go("/committee").sees("How the immigration exemption is used", "[c]");
      assertThat(walker.text())
          .contains("Responses sent 2")
          .contains("Refused attempts to use the exemption 1");
      walker.go("/log").sees("VerifyLog.java");
    }
    var verifier = fetch("/log/VerifyLog.java", "VerifyLog.java");
    var export = fetch("/log/export.zip", "export.zip");
    var checked = java(verifier.toString(), export.toString());
    assertThat(checked)
        .contains("Proved:", "response.sent,: 2", "determination.refused,uk-gdpr-15-1-3: 1");
    fetch("/log/proof/0", "first.tlog-proof");
    fetch("/log/entry/0", "first.leaf");
    var key = Files.readString(fetch("/log/vkey", "vkey")).strip();
    assertThat(
            java(
                verifier.toString(),
                "proof",
                folder.resolve("first.tlog-proof").toString(),
                folder.resolve("first.leaf").toString(),
                "--vkey",
                key))
        .doesNotContain("FAILED");
  }

  @Test
  @Order(4)
  void what_was_kept_back_is_given_and_proved_when_the_decision_ends() throws IOException {
    try (var walker = Walker.withScript(port)) {
      var officers = new Officers(walker, port, folder);
      var requesters = new Requesters(walker);
      officers.withdrawAndGive(answered, "Visit report, page 1 of 2");
      officers.answerFurther(answered);
      requesters.askForLink("mei@example.org");
      var further = requesters.fetchFurtherAnswer();
      assertThat(text(further).replaceAll("\\s+", " "))
          .contains("Mei Lin Harrow", "RL-55120", "We withdrew our decision.");
      PdfUa.assertValid(Files.readAllBytes(further));
      assertThat(requesters.fetchProof()).isNotEmptyFile();
      requesters.lookAround();
    }
  }

  /** axe looks at each on arrival. */
  @Test
  @Order(5)
  void the_pages_that_the_others_passed_by_are_accessible_in_both_languages() {
    try (var walker = Walker.withScript(port)) {
      var officers = new Officers(walker, port, folder);
      for (var path :
          List.of(
              "/",
              "/privacy",
              "/accessibility",
              "/cookies",
              "/contact",
              "/my-request/link",
              "/log",
              "/nowhere")) {
        walker.go(path).go(path + "?lang=cy").go(path + "?lang=en");
      }
      officers.signIn("david");
      for (var tab :
          List.of(
              "",
              "/identity",
              "/clock",
              "/searches",
              "/records",
              "/exemptions",
              "/disclosures",
              "/messages",
              "/response",
              "/history",
              "/history/openings",
              "/guard")) {
        walker
            .go("/staff/cases/" + answered + tab)
            .go("/staff/cases/" + answered + tab + "?lang=cy");
      }
      walker
          .go("/staff/cases/" + answered + "/exemptions?lang=en")
          .press("Visit report, page 1 of 2");
      walker.go("/staff/letters").go("/staff/worklist?show=ANSWERED");
      for (var list : List.of("/staff/approvals", "/staff/reviews")) {
        walker.go(list + "?lang=cy").go(list + "?lang=en");
      }
      officers.signIn("gwen");
      walker.go("/staff/disclosures").press("disclosures.csv");
      officers.signIn("sam");
      walker.go("/staff/accounts").press("Sign out");
    }
  }

  @Test
  @Order(6)
  void whatever_must_be_true_of_the_portal_still_is() {
    Patience.until(() -> invariants.broken().stream().noneMatch(it -> it.name().equals("I9")));
    assertThat(invariants.broken()).isEmpty();
    assertThat(nightly.testimony()).isGreaterThan(100);
    assertThat(nightly.disagreeing()).isEmpty();
    assertThat(invariants.leaked()).isEmpty();
  }

  private Path fetch(String path, String name) throws IOException {
    var file = folder.resolve(name);
    try (var in = URI.create("http://localhost:" + port + path).toURL().openStream()) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  private static String java(String... arguments) throws IOException, InterruptedException {
    var command =
        new java.util.ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static String text(Path pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  static LocalDate inSixMonths() {
    return LocalDate.now(java.time.ZoneId.of("Europe/London")).plusMonths(6);
  }
}
