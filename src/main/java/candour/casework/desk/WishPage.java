package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Wish.Wanted;
import candour.casework.Wishes;
import candour.platform.CurrentOfficer;
import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records what a requester wants changed who said so by post, by phone or in person. */
@Controller
class WishPage {

  private static final String VIEW = "casework/wish";
  private static final String PATH = "/staff/cases/{reference}/wish";

  private final Wishes wishes;
  private final Words words;

  WishPage(Wishes wishes, Words words) {
    this.wishes = wishes;
    this.words = words;
  }

  /** What they want, and what they said. */
  record NewWish(
      @NotNull(message = "{wish.wanted.wrong}") @Nullable Wanted wanted,
      @NotBlank(message = "{wish.words.wrong}")
          @Size(min = 10, max = 20_000, message = "{wish.words.wrong}")
          @Nullable String words) {}

  @ModelAttribute("wanted")
  List<Choice> wanted() {
    return Stream.of(Wanted.values())
        .map(it -> new Choice(it.name(), words.of("wish.wanted.", it), ""))
        .toList();
  }

  @GetMapping(PATH)
  String ask(@PathVariable CaseReference reference, @ModelAttribute("newWish") NewWish newWish) {
    return VIEW;
  }

  @PostMapping(PATH)
  String record(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      @Valid @ModelAttribute("newWish") NewWish newWish,
      BindingResult errors,
      RedirectAttributes redirect) {
    Forms.requireCaseworker(officer);
    return Forms.send(
        errors,
        redirect,
        VIEW,
        "/staff/cases/" + reference,
        () -> {
          if (newWish.wanted() != null) {
            wishes.take(reference, newWish.wanted(), Forms.typed(newWish.words()), officer);
          }
          return "wish.done";
        });
  }
}
