package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Attachments;
import candour.casework.CaseReference;
import candour.casework.Correspondence;
import candour.casework.Message;
import candour.intake.PublicFile.Sound;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Files that go with messages, both ways, and that messages were read. */
@PortalTest
class MessageFilesTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Correspondence correspondence;
  @Autowired Attachments attachments;

  private Browser browser;
  private CaseReference reference;

  @BeforeEach
  void somebody_follows_their_request() {
    browser = new Browser(port);
    var email = UUID.randomUUID() + "@example.org";
    var asking = new Asking(browser, email);
    asking.send();
    var number = asking.number();
    browser.get(new PostRoom(jdbc, seals, samples).link(email));
    browser.submit("main form", Map.of());
    reference = samples.numbered(number);
  }

  @Test
  void a_refused_file_loses_no_words_and_a_good_one_is_drawn_anew() throws IOException {
    write("Here is my landing card.");
    var refused =
        send(
            new Upload(
                "card.pdf", "application/pdf", "not a PDF".getBytes(StandardCharsets.UTF_8)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html().select("#files-error").text())
        .contains("card.pdf is not what its name says.");
    assertThat(browser.get("/my-request/messages").text()).contains("Here is my landing card.");
    assertThat(messages().getFirst().files()).isEmpty();

    assertThat(send().html().select("#files-error").text()).contains("Choose a file");
    var picture = Samples.picture();
    var beside =
        send(
            new Upload("Cerdyn Siân.png", "image/png", picture),
            new Upload(
                "card.pdf", "application/pdf", "not a PDF".getBytes(StandardCharsets.UTF_8)));
    assertThat(beside.status()).isEqualTo(422);
    assertThat(beside.html().select("main li").text()).contains("Cerdyn Siân.png");
    assertThat(messages().getFirst().files()).as("beside one that is refused").hasSize(1);
    var sent = send(new Upload("Cerdyn Siân.png", "image/png", picture));
    assertThat(sent.text()).contains("Your files were sent").contains("Cerdyn Siân.png");
    send(new Upload("Cerdyn Siân.png", "image/png", picture));
    assertThat(messages().getFirst().files()).as("sent twice").hasSize(1);
    var own = file("/my-request/messages/");
    isKeptSafely(own);
    assertThat(ImageIO.read(new ByteArrayInputStream(own.response().body())).getWidth())
        .isEqualTo(30);

    var officer = people.signedIn(Role.CASEWORKER);
    officer.get("/staff/cases/" + reference + "/messages");
    isKeptSafely(
        officer.get(officer.page().html().expectFirst("article a[href*=files]").attr("href")));
  }

  @Test
  void a_message_has_ten_files_and_no_more() throws IOException {
    write("All of these.");
    var picture = Samples.picture();
    var eleven =
        IntStream.rangeClosed(1, 11)
            .mapToObj(i -> new Upload(i + ".png", "image/png", picture))
            .toList();
    assertThat(sendAll(eleven).html().select("#files-error").text())
        .contains("no more than 10 files");
    assertThat(sendAll(eleven.subList(0, 10)).text()).contains("Your files were sent");
    assertThat(browser.page().html().select("main a[href$=/files]")).isEmpty();
    var message = messages().getFirst();
    browser.get("/my-request/messages/" + message.id() + "/files");
    var more = browser.submit("main form[enctype]", Map.of("files", eleven.getLast()));
    assertThat(more.html().select("#files-error").text()).contains("ten are there already");
  }

  @Test
  void a_letter_of_the_office_has_files_for_the_person_alone() throws IOException {
    var officer = samples.officer("Olwen", Role.CASEWORKER);
    officer.acting().run(() -> correspondence.tell(reference, officer, "Please see this form."));
    var letter = messages().getFirst().id();
    var sound = new Sound("form.png", "image/png", Samples.picture());
    officer.acting().run(() -> attachments.add(reference, letter, officer, List.of(sound)));
    browser.get("/my-request/messages");
    isKeptSafely(file("/my-request/messages/"));
    assertThat(browser.get("/my-request/messages/" + letter + "/files").status())
        .as("to add to what the office wrote")
        .isEqualTo(404);
    var mine = reference;
    somebody_follows_their_request();
    var document =
        samples
            .as(Acting.system(), () -> correspondence.messages(mine))
            .getFirst()
            .files()
            .getFirst();
    assertThat(browser.get("/my-request/messages/" + letter + "/files/" + document.id()).status())
        .isEqualTo(404);
  }

  @Test
  void reading_is_recorded_once_and_shown_to_both() {
    write("When will you know?");
    assertThat(browser.get("/my-request/messages").text()).doesNotContain("We read this on");
    people.signedIn(Role.RELEASER).get("/staff/cases/" + reference + "/messages");
    assertThat(messages().getFirst().read()).as("by somebody who works on no case").isNull();
    var officer = people.signedIn(Role.CASEWORKER);
    officer.get("/staff/cases/" + reference + "/messages");
    assertThat(browser.get("/my-request/messages").text()).contains("We read this on");
    officer.get("/staff/cases/" + reference + "/messages");
    officer.submit("main form", Map.of("words", "Next week."));
    assertThat(officer.page().text()).contains("Not read yet");
    browser.get("/my-request/messages");
    browser.get("/my-request/messages");
    assertThat(browser.page().text()).contains("You first opened this on");
    assertThat(officer.get("/staff/cases/" + reference + "/messages").text())
        .contains("Read by")
        .doesNotContain("Not read yet");
  }

  private void write(String words) {
    browser.get("/my-request/messages");
    browser.submit("main form[action$=messages]", Map.of("words", words));
  }

  private Page send(Upload... files) {
    return sendAll(List.of(files));
  }

  private Page sendAll(List<Upload> files) {
    browser.get("/my-request/messages/" + messages().getFirst().id() + "/files");
    return browser.submit("main form[enctype]", Map.of("files", files));
  }

  private Page file(String below) {
    var message = messages().getFirst();
    return browser.get(below + message.id() + "/files/" + message.files().getFirst().id());
  }

  private List<Message> messages() {
    return samples.as(Acting.system(), () -> correspondence.messages(reference));
  }

  private static void isKeptSafely(Page file) {
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("image/png");
    assertThat(file.header("Content-Disposition")).startsWith("attachment;");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(file.header("Cache-Control")).contains("no-store");
    assertThat(file.response().headers().allValues("Content-Security-Policy")).contains("sandbox");
  }
}
