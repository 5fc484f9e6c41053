package candour.audit;

import candour.platform.Days;
import candour.platform.Site;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Says in words what the log is, how large it is now, and how to check it. */
@Controller
class LogPage {

  private final AuditLog log;
  private final Site site;

  LogPage(AuditLog log, Site site) {
    this.log = log;
    this.site = site;
  }

  @GetMapping("/log")
  String show(Model model) {
    log.checkpoint()
        .ifPresent(checkpoint -> {
          model.addAttribute("checkpoint", checkpoint);
          model.addAttribute("signedAt", checkpoint.signedAt().atZone(Days.LONDON));
        });
    model.addAttribute("address", site.link("/log"));
    return "audit/log";
  }
}
