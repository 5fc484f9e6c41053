package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Channel;
import candour.casework.Complaint.Cause;
import candour.casework.Complaints;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records a complaint that came by post, phone, email or in person. */
@Controller
class NewComplaintPage {

  private static final String VIEW = "casework/new-complaint";

  private final Complaints complaints;
  private final Days days;

  NewComplaintPage(Complaints complaints, Days days) {
    this.complaints = complaints;
    this.days = days;
  }

  /** What came, how, and on which day. */
  record NewComplaint(
      Set<String> about,
      String channel,
      TypedDay on,
      @Size(max = 20_000, message = "{new-complaint.words.long}") String words) {

    NewComplaint(
        @Nullable Set<String> about,
        @Nullable String channel,
        @Nullable TypedDay on,
        @Nullable String words) {
      this.about = about == null ? Set.of() : Set.copyOf(about);
      this.channel = channel == null ? "" : channel;
      this.on = TypedDay.orBlank(on);
      this.words = Forms.typed(words);
    }

    Set<Cause> causes() {
      return about.stream()
          .flatMap(cause -> Chosen.one(Cause.class, cause).stream())
          .collect(Collectors.toSet());
    }
  }

  @GetMapping("/staff/cases/{reference}/complaints/new")
  String ask(@PathVariable CaseReference reference, NewComplaint newComplaint) {
    return VIEW;
  }

  @PostMapping("/staff/cases/{reference}/complaints/new")
  String record(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid NewComplaint newComplaint,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    var on = TypedDay.checked(newComplaint.on(), days.today(), errors, "new-complaint.on.wrong");
    var causes = newComplaint.causes();
    if (causes.isEmpty()) {
      errors.rejectValue("about", "new-complaint.about.missing");
    }
    var came = Came.checked(newComplaint.channel(), errors);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference + "/complaints",
        () -> {
          complaints.receive(reference, causes, newComplaint.words(), came.channel(), on, officer);
          return "new-complaint.done";
        });
  }

  /** How something comes that an officer records. */
  enum Came {
    PAPER(Channel.PAPER),
    PHONE(Channel.PHONE),
    EMAIL(Channel.EMAIL),
    IN_PERSON(Channel.IN_PERSON);

    private final Channel channel;

    Came(Channel channel) {
      this.channel = channel;
    }

    Channel channel() {
      return channel;
    }

    /** Which it is; where it is none the form's field {@code channel} gets the error. */
    static Came checked(String sent, BindingResult errors) {
      var came = Chosen.one(Came.class, sent);
      if (came.isEmpty()) {
        errors.rejectValue("channel", "new-complaint.channel.missing");
      }
      return came.orElse(PAPER);
    }
  }
}
