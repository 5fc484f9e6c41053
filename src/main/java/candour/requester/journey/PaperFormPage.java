package candour.requester.journey;

import candour.requester.paper.PaperForm;
import candour.requester.paper.PaperForm.Asked;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The same questions on paper, for whoever asks by post. */
@Controller
class PaperFormPage {

  static final String PATH = "/request/form.pdf";

  private static final List<String> DECLARED =
      List.of(
          "check-your-answers.declare.true",
          "paper-form.declare",
          "check-your-answers.declare.wrong");

  private final PaperForm form;
  private final Map<String, byte[]> written = new ConcurrentHashMap<>();

  PaperFormPage(PaperForm form) {
    this.form = form;
  }

  @GetMapping(PATH)
  ResponseEntity<byte[]> form(Locale language) {
    var pdf = written.computeIfAbsent(language.getLanguage(), _ -> write(language));
    var name = "candour-" + language.getLanguage() + ".pdf";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(pdf);
  }

  private byte[] write(Locale language) {
    var pages =
        Journey.PAGES.stream()
            .map(page -> new Asked(page.name(), page.appliesTo().test(Answers.NONE)))
            .toList();
    return form.write(pages, DECLARED, language);
  }
}
