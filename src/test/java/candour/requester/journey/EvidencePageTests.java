package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Evidence;
import candour.casework.IdentityChecks;
import candour.casework.IdentityChecks.Look;
import candour.identity.Verification.Method;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.Browser.Upload;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that show who somebody is: while asking, with the request, and later. */
@PortalTest
class EvidencePageTests {

  private static final Upload NO_PDF =
      new Upload("card.pdf", "application/pdf", "not a PDF".getBytes(StandardCharsets.UTF_8));

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Casework casework;
  @Autowired Evidence evidence;
  @Autowired IdentityChecks checks;

  Browser browser;
  Asking asking;
  String email;
  long before;

  @BeforeEach
  void somebodyAsks() {
    email = UUID.randomUUID() + "@example.org";
    browser = new Browser(port);
    asking = new Asking(browser, email);
    before = draftFiles();
  }

  @Test
  void what_is_sent_while_asking_goes_on_into_the_case() throws IOException {
    asking.answerUntil("evidence");
    add(picture("Cerdyn Siân.png"));
    add(picture("old.png"));
    var refused = add(NO_PDF);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html().select("#files-error").text()).contains("card.pdf is not what its");
    assertThat(names(refused)).containsExactly("Cerdyn Siân.png", "old.png");
    add(picture("old.png"));
    assertThat(names(browser.page())).as("sent twice").hasSize(2);
    var remove = refused.html().select("button[name=remove]").eachAttr("value").getLast();
    browser.submit("main form", Map.of("remove", remove));
    assertThat(names(browser.page())).containsExactly("Cerdyn Siân.png");

    var checked = browser.submit("main form", Map.of("files", picture("card.png")));
    assertThat(checked.path())
        .as("what was chosen is not lost")
        .isEqualTo("/request/check-your-answers");
    assertThat(checked.text()).contains("Cerdyn Siân.png", "card.png").doesNotContain("old.png");
    browser.submit("main form", Map.of());
    assertThat(draftFiles()).isEqualTo(before);

    var reference = theCase();
    var officer = people.signedIn(Role.CASEWORKER);
    var link = officer.get("/staff/cases/" + reference + "/identity").html();
    var file = officer.get(link.select("a:contains(Cerdyn Siân.png)").attr("href"));
    assertThat(file.header("Content-Security-Policy")).contains("sandbox");
    assertThat(ImageIO.read(new ByteArrayInputStream(file.response().body())).getWidth())
        .isEqualTo(30);
    assertThat(visits(reference)).isPositive();
    var other = people.signedIn(Role.RELEASER);
    var path = file.response().uri().getPath();
    assertThat(other.get(path).status()).isEqualTo(403);
    var holder = samples.holderOf(reference).acting();
    assertThat(samples.as(holder, () -> evidence.of(reference))).hasSize(2);
    assertThat(samples.as(holder, this::parts)).as("nobody outside opens them again").isZero();
  }

  @Test
  void nobody_has_to_send_anything() {
    asking.answerUntil("evidence");
    assertThat(
            browser.submit("main form", Map.of("add", "true")).html().select("#files-error").text())
        .contains("Choose a file");
    var checked = browser.submit("main form", Map.of());
    assertThat(checked.text()).contains("You can send them later");
    assertThat(browser.submit("main form", Map.of()).path()).isEqualTo("/request/sent");
  }

  @Test
  void beside_a_file_that_is_refused_the_others_are_kept() throws IOException {
    asking.answerUntil("evidence");
    var some = List.of(picture("one.png"), NO_PDF, picture("two.png"));
    var refused = browser.submit("main form", Map.of("add", "true", "files", some));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html().select("#files-error").text()).contains("card.pdf is not what its");
    assertThat(names(refused)).containsExactly("one.png", "two.png");
    assertThat(names(browser.submit("main form", Map.of("add", "true", "files", some))))
        .as("chosen once more")
        .hasSize(2);
  }

  @Test
  void ten_files_are_the_most() throws IOException {
    asking.answerUntil("evidence");
    var ten = new Object[10];
    for (int i = 0; i < 10; i++) {
      ten[i] = picture(i + ".png");
    }
    browser.submit("main form", Map.of("add", "true", "files", List.of(ten)));
    assertThat(names(browser.page())).hasSize(10);
    assertThat(browser.page().html().select("#files")).isEmpty();
    assertThat(add(picture("more.png")).status()).isEqualTo(422);
  }

  @Test
  void strangers_send_nothing_and_what_was_sent_goes_with_the_draft() throws IOException {
    browser.get("/request/who-for");
    var token = browser.page().html().select("[name=_csrf]").val();
    var early =
        browser.upload("/request/evidence", Map.of("_csrf", token, "files", picture("a.png")));
    assertThat(early.status()).as("nobody has asked them yet").isEqualTo(403);
    asking.answerUntil("evidence");
    add(picture("a.png"));
    assertThat(draftFiles()).isGreaterThan(before);
    browser.get("/");
    browser.submit("form[action='/request/forget']", Map.of());
    assertThat(draftFiles()).isEqualTo(before);
  }

  @Test
  void more_can_be_sent_until_it_is_accepted_who_they_are() throws IOException {
    asking.send();
    var reference = theCase();
    browser.get(new PostRoom(jdbc, seals, samples).link(email));
    browser.submit("main form", Map.of());
    assertThat(browser.get("/my-request").html().select("a[href=/my-request/evidence]"))
        .isNotEmpty();
    browser.get("/my-request/evidence");
    var some = List.of(picture("old.png"), NO_PDF);
    var refused = browser.submit("main form", Map.of("files", some));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).as("beside one that is refused").contains("old.png");
    var sent = browser.submit("main form", Map.of("files", picture("card.png")));
    assertThat(sent.text()).contains("Your files were sent", "card.png");
    var officer = samples.officer("Ann", Role.CASEWORKER);
    samples.as(
        officer.acting(),
        () -> {
          var look =
              new Look(Method.PHOTO_DOCUMENT, "A landing card", "Her name and year are on it.");
          checks.confirm(reference, officer, look);
          return reference;
        });
    assertThat(browser.submit("main form", Map.of("files", picture("late.png"))).status())
        .isEqualTo(409);
    assertThat(browser.get("/my-request/evidence").html().select("main form")).isEmpty();
    assertThat(browser.get("/my-request").html().select("a[href=/my-request/evidence]")).isEmpty();
  }

  private Page add(Upload file) {
    var fields = new HashMap<String, Object>(Map.of("add", "true"));
    fields.put("files", file);
    return browser.submit("main form", fields);
  }

  private static List<String> names(Page page) {
    return page.html().select("main form li bdi").eachText();
  }

  private static Upload picture(String name) throws IOException {
    var picture = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    IntStream.range(0, name.length()).forEach(i -> picture.setRGB(i, 1, name.charAt(i) << 8));
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return new Upload(name, "image/png", bytes.toByteArray());
  }

  private long draftFiles() {
    return samples.as(Acting.system(), () -> count("select count(*) from requester.draft_file"));
  }

  private long visits(CaseReference reference) {
    return samples.as(
        Acting.system(),
        () -> count("select count(*) from casework.visit where case_id = '" + reference + "'"));
  }

  private long parts() {
    return count("select count(*) from platform.document_part");
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private CaseReference theCase() {
    var number = asking.number();
    return samples.numbered(number);
  }
}
