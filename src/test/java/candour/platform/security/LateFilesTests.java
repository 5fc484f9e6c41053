package candour.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Parties;
import candour.platform.Acting;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.Browser.Upload;
import candour.support.MovableClock;
import candour.support.Patience;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same at the door of the public: what was late arrives, once, for whoever sent it. */
@PortalTest
class LateFilesTests {

  @Autowired People people;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired KeptFiles files;
  @Autowired Parties parties;

  private PostRoom post;
  private String email;
  private Browser browser;

  @BeforeEach
  void somebody_with_a_browser() {
    post = new PostRoom(jdbc, seals, samples);
    email = UUID.randomUUID() + "@example.org";
    browser = people.visitor();
    files.forgetOld(Duration.ofDays(-1));
  }

  @Test
  void what_a_requester_sent_too_late_arrives_however_often_it_was_late_and_once() {
    toMessageFiles();
    people.timeRunsOut(browser);
    browser.submit("main form[enctype]", Map.of("files", picture("card.png")));
    assertThat(browser.page().path()).isEqualTo("/my-request/link");
    assertThat(browser.page().text()).contains("It is not lost.");
    enter(email);
    assertThat(browser.page().html().select("main li").eachText()).containsExactly("card.png");
    people.timeRunsOut(browser);
    clock.set(clock.instant().plus(Duration.ofMinutes(50)));
    browser.submit("#send-form", Map.of());
    assertThat(browser.page().text()).contains("It is not lost.");
    clock.set(clock.instant().plus(Duration.ofMinutes(50)));
    files.forgetOld(KeptForms.LIFE);
    enter(email);
    assertThat(browser.page().path()).isEqualTo("/my-request/kept");
    assertThat(browser.page().html().select("main li").eachText()).containsExactly("card.png");
    var token = browser.page().html().select("[name=_kept]").val();
    browser.get("/my-request/evidence");
    assertThat(browser.submit("main form[enctype]", Map.of("_kept", token)).status())
        .as("in another form")
        .isEqualTo(422);
    browser.get("/my-request/kept");
    assertThat(browser.submit("#send-form", Map.of()).text())
        .contains("Your files were sent", "card.png");
    assertThat(browser.get("/my-request/kept").path()).isEqualTo("/my-request");
    assertThat(keptFiles()).isZero();
  }

  @Test
  void files_that_are_gone_when_their_form_comes_late_again_are_named() {
    toMessageFiles();
    people.timeRunsOut(browser);
    browser.submit("main form[enctype]", Map.of("files", picture("card.png")));
    enter(email);
    people.timeRunsOut(browser);
    clock.set(clock.instant().plus(Duration.ofMinutes(61)));
    files.forgetOld(KeptForms.LIFE);
    browser.submit("#send-form", Map.of());
    enter(email);
    assertThat(browser.page().text()).contains("could not be kept", "card.png");
  }

  @Test
  void ten_files_are_kept_six_times_an_hour_and_the_others_are_named() {
    toMessageFiles();
    var path = browser.page().html().expectFirst("main form[enctype]").attr("action");
    var token = browser.csrf();
    var eleven = IntStream.rangeClosed(1, 11).mapToObj(i -> picture(i + ".png")).toList();
    people.timeRunsOut(browser);
    browser.upload(path, Map.of("_csrf", token, "files", eleven));
    assertThat(keptFiles()).isEqualTo(10);
    for (int i = 0; i < 6; i++) {
      browser.upload(path, Map.of("_csrf", token, "files", eleven.getFirst()));
    }
    assertThat(keptFiles()).isEqualTo(15);
    enter(email);
    assertThat(browser.page().text())
        .contains("could not be kept", "not too often", "1.png")
        .doesNotContain("larger than");
  }

  @Test
  void of_two_who_hold_one_request_neither_is_shown_what_the_other_sent_too_late() {
    var solicitor = email;
    email = UUID.randomUUID() + "@example.org";
    var asking = new Asking(browser, solicitor).forClient(email);
    asking.send();
    var reference = samples.numbered(asking.number());
    samples.as(Acting.system(), () -> parties.join(reference, email, null, null));
    enter(email);
    browser.get("/my-request/messages");
    people.timeRunsOut(browser);
    browser.submit("main form:has(textarea)", Map.of("words", "Nobody must know where I live."));
    assertThat(browser.page().text()).contains("It is not lost.");
    enter(solicitor);
    assertThat(browser.page().path()).isEqualTo("/my-request");
    assertThat(browser.get("/my-request/kept").path()).isEqualTo("/my-request");
  }

  /** Has asked, has written, and is about to add files. */
  private void toMessageFiles() {
    new Asking(browser, email).send();
    browser.get(post.link(email));
    browser.submit("main form", Map.of());
    assertThat(known().getMaxAge()).as("longer than a day").isGreaterThan(86_400);
    browser.get("/my-request/messages");
    browser.submit("main form:has(textarea)", Map.of("words", "Here is my landing card."));
    browser.get(browser.page().html().expectFirst("main a[href$=/files]").attr("href"));
  }

  private HttpCookie known() {
    return browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("candour-again-public"))
        .findFirst()
        .orElseThrow();
  }

  /** Opens a new link that comes to that address. */
  private void enter(String to) {
    var mails = post.to(to).size();
    browser.get("/my-request/link");
    browser.submit("main form", Map.of("by", to));
    Patience.until(() -> post.to(to).size() > mails);
    browser.get(post.link(to));
    browser.submit("main form", Map.of());
  }

  private static Upload picture(String name) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Upload(name, "image/png", bytes.toByteArray());
  }

  private long keptFiles() {
    return count("select count(*) from platform.kept_file");
  }

  private long count(String sql) {
    return samples.as(
        Acting.system(), () -> jdbc.sql(sql).query((row, _) -> row.getLong(1)).single());
  }
}
