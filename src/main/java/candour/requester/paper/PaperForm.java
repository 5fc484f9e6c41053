package candour.requester.paper;

import candour.platform.Controller;
import candour.platform.Footers;
import candour.platform.Typesetting;
import candour.requester.paper.FormWriter.DateWords;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.pdfua.PdfUAConfig;
import com.itextpdf.pdfua.PdfUADocument;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The form to fill in by hand: every question of the pages, as one tagged PDF/UA-1 file. */
@Component
public class PaperForm {

  /** In points: what people fill in by hand may come close to the edge. */
  private static final float MARGIN = 42;

  private final MessageSource messages;
  private final Controller controller;

  PaperForm(MessageSource messages, Controller controller) {
    this.messages = messages;
    this.controller = controller;
  }

  /**
   * A page of asking.
   *
   * @param name of its template
   * @param always whether everybody is asked it
   */
  public record Asked(String name, boolean always) {}

  /**
   * Writes the form.
   *
   * @param pages in their order
   * @param declared the keys of what is said by signing it
   * @param language English or Welsh
   */
  public byte[] write(List<Asked> pages, List<String> declared, Locale language) {
    var out = new ByteArrayOutputStream(1 << 17);
    var title = say("paper-form.title", language);
    var config = new PdfUAConfig(PdfUAConformance.PDF_UA_1, title, language.toLanguageTag());
    try (var pdf = new PdfUADocument(new PdfWriter(out), config)) {
      var typesetting = new Typesetting(pdf, MARGIN);
      typesetting.title(title);
      var form = new FormWriter(typesetting, dates(language));
      opening(form, language);
      for (int i = 0; i < pages.size(); i++) {
        form.write(question(i + 1, pages.get(i), language));
      }
      signing(form, declared, language);
      sending(typesetting, form, language);
      new Footers(
              typesetting.font(),
              (page, last) -> say("paper-form.footer", language, title, page, last))
          .write(pdf);
      typesetting.close();
    }
    return out.toByteArray();
  }

  private void opening(FormWriter form, Locale language) {
    for (var key : List.of("what", "how", "others")) {
      form.paragraph(say("paper-form." + key, language));
    }
    form.paragraph(say("enforcement." + controller.enforcement(), language));
  }

  private Question question(int number, Asked page, Locale language) {
    var words = new Words(messages, language, Map.of("whose", "MINE"));
    var read = QuestionReader.read(page.name(), words);
    var skipped =
        page.always()
            ? Stream.<Part>empty()
            : Stream.<Part>of(new Part.Note(say("paper-form.skip", language)));
    return new Question(
        number + ". " + read.title(), Stream.concat(skipped, read.parts().stream()).toList());
  }

  private void signing(FormWriter form, List<String> declared, Locale language) {
    form.heading(say("check-your-answers.declare", language));
    declared.forEach(key -> form.paragraph(say(key, language)));
    form.lines(say("paper-form.signed", language), 1);
    form.lines(say("paper-form.signed-on", language), 1);
  }

  private void sending(Typesetting typesetting, FormWriter form, Locale language) {
    form.heading(say("paper-form.send", language));
    var name = language.getLanguage().equals("cy") ? controller.nameCy() : controller.name();
    typesetting.lines(List.of(name, controller.address(), controller.email(), controller.phone()));
    form.heading(say("paper-form.next", language));
    for (var key : List.of("time", "identity", "code", "complain")) {
      form.paragraph(say("paper-form.next." + key, language));
    }
  }

  private DateWords dates(Locale language) {
    return new DateWords(
        say("paper-form.day", language),
        say("paper-form.month", language),
        say("paper-form.year", language));
  }

  private String say(String key, Locale language, Object... values) {
    return messages.getMessage(key, values, language);
  }
}
