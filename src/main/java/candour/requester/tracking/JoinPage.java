package candour.requester.tracking;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Twin;
import candour.casework.Twins;
import candour.platform.Acting;
import candour.platform.Refusal;
import candour.platform.RequestHolder;
import candour.response.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody with two open requests has them joined, if they want. */
@Controller
class JoinPage {

  private static final String VIEW = "requester/join";
  private static final String STATUS = "redirect:/my-request";

  private final Twins twins;
  private final Casework casework;
  private final Responses responses;

  JoinPage(Twins twins, Casework casework, Responses responses) {
    this.twins = twins;
    this.casework = casework;
    this.responses = responses;
  }

  /** The number of the other request. */
  record Join(@NotBlank(message = "{join.with.missing}") @Nullable String with) {}

  @GetMapping("/my-request/join")
  String ask(@AuthenticationPrincipal RequestHolder holder, Join join, Model model) {
    return page(of(holder), model);
  }

  /** What may be joined is read as the requester; their word then binds both requests. */
  @PostMapping("/my-request/join")
  String join(
      @AuthenticationPrincipal RequestHolder holder,
      @Valid Join join,
      BindingResult errors,
      Model model) {
    var found = of(holder);
    var chosen = found.stream().filter(twin -> twin.number().equals(join.with())).findFirst();
    if (!errors.hasErrors() && chosen.isPresent()) {
      try {
        Acting.system().run(() -> join(new CaseReference(holder.caseId()), chosen.get()));
        return STATUS + "?joined";
      } catch (Refusal refused) {
        errors.reject("refusal." + refused.rule());
      }
    } else if (!errors.hasErrors()) {
      errors.rejectValue("with", "join.with.missing");
    }
    return page(found, model);
  }

  /** What is guarded stays so in the older request, where it goes on. */
  private void join(CaseReference reference, Twin twin) {
    var newer = twin.newer() ? twin.reference() : reference;
    var older = twin.newer() ? reference : twin.reference();
    if (casework.facts(newer).guarded()) {
      var facts = casework.facts(older);
      new RequestHolder(older.value(), facts.subjectId(), facts.requesterId())
          .acting()
          .run(() -> responses.protect(older, ""));
    }
    twins.join(reference, twin, null, "");
  }

  private List<Twin> of(RequestHolder holder) {
    return twins.of(new CaseReference(holder.caseId()));
  }

  private static String page(List<Twin> found, Model model) {
    model.addAttribute("twins", found);
    return found.isEmpty() ? STATUS : VIEW;
  }
}
