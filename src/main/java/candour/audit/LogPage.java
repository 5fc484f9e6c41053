package candour.audit;

import candour.audit.log.PublishedLog;
import candour.platform.Days;
import candour.platform.Site;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** Says in words what the log is, how large it is now, and how to check it. */
@Controller
class LogPage {

  /** A log that ended and in whose place this one goes on, as the log itself says. */
  record Ended(String ended, long size, String root, long kept, String explanation) {}

  private final AuditLog log;
  private final PublishedLog published;
  private final JsonMapper json;
  private final Site site;

  LogPage(AuditLog log, PublishedLog published, JsonMapper json, Site site) {
    this.log = log;
    this.published = published;
    this.json = json;
    this.site = site;
  }

  @GetMapping("/log")
  String show(Model model) {
    log.checkpoint()
        .ifPresent(checkpoint -> {
          model.addAttribute("checkpoint", checkpoint);
          model.addAttribute("signedAt", checkpoint.signedAt().atZone(Days.LONDON));
        });
    model.addAttribute("ended", published.successions().stream().map(this::ended).toList());
    model.addAttribute("address", site.link("/log"));
    return "audit/log";
  }

  private Ended ended(String opening) {
    var fact = json.readTree(opening).at("/payload/fact");
    return new Ended(
        fact.path("ended").asString(),
        fact.path("size").asLong(),
        fact.path("root").asString(),
        fact.path("kept").asLong(),
        fact.path("explanation").asString());
  }
}
