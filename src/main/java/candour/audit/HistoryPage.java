package candour.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the log has about a case, with the way to each proof. */
@Controller
class HistoryPage {

  private static final int LINES = 50;

  private final History history;

  HistoryPage(History history) {
    this.history = history;
  }

  @GetMapping("/staff/cases/{reference}/history")
  String show(
      @PathVariable UUID reference,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "false") boolean looks,
      Model model) {
    var lines = history.following(reference, after, looks, LINES + 1);
    var more = lines.size() > LINES;
    model.addAttribute("lines", more ? lines.subList(0, LINES) : lines);
    model.addAttribute("next", more ? lines.get(LINES - 1).id() : null);
    model.addAttribute("first", after == null);
    model.addAttribute("looks", looks);
    return "audit/history";
  }
}
