package candour.oversight;

import candour.oversight.figures.Figures;
import candour.oversight.figures.Overview;
import candour.platform.Days;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How often the immigration exemption is used and refused, for committees of Parliament. */
@Controller
class CommitteePage {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Figures figures;

  CommitteePage(Figures figures) {
    this.figures = figures;
  }

  @GetMapping("/committee")
  String overview(Model model) {
    model.addAttribute("overview", Overview.of(figures.all()));
    figures.countedAt().ifPresent(at -> model.addAttribute("countedAt", at.atZone(Days.LONDON)));
    return "oversight/committee";
  }

  /** The same figures as the page, in RFC 4180 form. */
  @GetMapping("/committee/figures.csv")
  ResponseEntity<String> csv() {
    var rows =
        Overview.of(figures.all()).rows().stream()
            .collect(Collectors.joining("\r\n", "measure,split,count\r\n", "\r\n"));
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("candour-figures.csv").build().toString())
        .body(rows);
  }
}
