package candour.demo;

import candour.notifications.PostRoom;
import candour.platform.Acting;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Everybody's mail, letters and one-time codes, which only a demo would show; and records to
 * upload.
 */
@Controller
@Profile("demo")
class MailboxPage {

  /** A person and what their authenticator shows now. */
  record Person(DemoPerson person, String door, String code) {}

  /** A line of a mail, which is a link where the mail program would make it one. */
  record Line(String text, boolean isLink) {}

  record Mail(String to, String subject, List<Line> lines) {}

  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final int LETTERS = 20;

  private final DemoMailbox mailbox;
  private final DemoPeople people;
  private final PostRoom postRoom;

  MailboxPage(DemoMailbox mailbox, DemoPeople people, PostRoom postRoom) {
    this.mailbox = mailbox;
    this.people = people;
    this.postRoom = postRoom;
  }

  @GetMapping("/demo/mailbox")
  String show(Model model) {
    model.addAttribute("password", people.password());
    model.addAttribute(
        "people",
        DemoPerson.ALL.stream().map(p -> new Person(p, p.door(), people.code(p))).toList());
    model.addAttribute("mails", mailbox.newest().stream().map(MailboxPage::mail).toList());
    model.addAttribute("letters", Acting.system().call(() -> postRoom.newest(LETTERS)));
    model.addAttribute("records", DemoRecords.names());
    return "demo/mailbox";
  }

  /** An invented record to upload. */
  @GetMapping("/demo/records/{name}")
  ResponseEntity<byte[]> record(@PathVariable String name) {
    if (!DemoRecords.names().contains(name)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return ResponseEntity.ok()
        .contentType(
            name.endsWith(".pdf") ? MediaType.APPLICATION_PDF : new MediaType("text", "csv"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(DemoRecords.file(name));
  }

  private static Mail mail(DemoMailbox.Received received) {
    var lines =
        received.body().lines().map(l -> new Line(l, LINK.matcher(l.strip()).matches())).toList();
    return new Mail(received.to(), received.subject(), lines);
  }
}
