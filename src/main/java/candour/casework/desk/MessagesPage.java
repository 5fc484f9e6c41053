package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Correspondence;
import candour.casework.Message;
import candour.casework.Message.Attached;
import candour.casework.Message.Reading;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the requester and the office wrote to each other, and room to write. */
@Controller
class MessagesPage {

  private static final String VIEW = "casework/messages";

  private final Correspondence correspondence;
  private final Words words;

  MessagesPage(Correspondence correspondence, Words words) {
    this.correspondence = correspondence;
    this.words = words;
  }

  /** A message to the requester. */
  record NewMessage(
      @NotBlank(message = "{case-messages.words.wrong}")
          @Size(max = 20_000, message = "{case-messages.words.wrong}")
          String words) {}

  /**
   * A message that was sent.
   *
   * @param read by whom and when, in words
   * @param recorded by whom it was written down, in words; empty if it was sent here
   * @param own whether whoever looks wrote it, or wrote it down, and may add files
   */
  record Letter(
      UUID id,
      String from,
      boolean incoming,
      String on,
      String words,
      String read,
      String recorded,
      boolean own,
      List<Attached> files) {}

  @GetMapping("/staff/cases/{reference}/messages")
  String show(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      NewMessage newMessage,
      Model model) {
    fill(model, reference, officer);
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/messages")
  String send(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid NewMessage newMessage,
      BindingResult errors,
      RedirectAttributes redirect,
      Model model) {
    Forms.requireCaseworker(officer);
    var answer =
        Forms.send(
            errors,
            redirect,
            VIEW,
            "/staff/cases/" + reference + "/messages",
            () -> Sent.key(correspondence.tell(reference, officer, newMessage.words())));
    if (errors.hasErrors()) {
      fill(model, reference, officer);
    }
    return answer;
  }

  private void fill(Model model, CaseReference reference, Officer officer) {
    var messages =
        officer.worksOnCases()
            ? correspondence.open(reference, officer)
            : correspondence.messages(reference);
    model.addAttribute("letters", letters(messages, officer));
    model.addAttribute("mayWork", officer.worksOnCases());
  }

  private List<Letter> letters(List<Message> messages, Officer officer) {
    return messages.reversed().stream().map(message -> letter(message, officer)).toList();
  }

  private Letter letter(Message message, Officer officer) {
    return new Letter(
        message.id(),
        message.officerName() == null ? words.say("case.requester") : message.officerName(),
        message.fromRequester(),
        words.date(message.sentOn()),
        message.words(),
        read(message.read()),
        message.recorderName() == null
            ? ""
            : words.say("case-messages.recorded", message.recorderName()),
        officer.id().equals(message.officerId()) || officer.id().equals(message.recordedBy()),
        message.files());
  }

  private String read(@Nullable Reading read) {
    if (read == null) {
      return words.say("case-messages.unread");
    }
    var by = read.officerName() == null ? words.say("case.requester") : read.officerName();
    return words.say("case-messages.read", by, words.date(read.on()));
  }
}
