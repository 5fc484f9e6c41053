package candour.ledger.ingestion;

import candour.ledger.Ledger;
import candour.ledger.Reception.Refused;
import candour.ledger.Reception.Taken;
import candour.ledger.Reception.TakenBefore;
import candour.ledger.agreement.Agreements;
import candour.ledger.entries.Column;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Brings a file of disclosures in, and says what may be in one. */
@Controller
class ImportPage {

  private static final String VIEW = "ledger/import";
  private static final Resource EXAMPLE =
      new ClassPathResource("candour/ledger/ingestion/example.csv");

  /** The file as it was sent. */
  record DisclosuresToTake(@Nullable MultipartFile file) {}

  private final Ledger ledger;
  private final Agreements agreements;

  ImportPage(Ledger ledger, Agreements agreements) {
    this.ledger = ledger;
    this.agreements = agreements;
  }

  @GetMapping("/staff/disclosures/import")
  @Transactional(readOnly = true)
  ModelAndView ask() {
    return page(HttpStatus.OK).addObject("disclosuresToTake", new DisclosuresToTake(null));
  }

  @PostMapping("/staff/disclosures/import")
  @Transactional
  ModelAndView take(
      @ModelAttribute DisclosuresToTake sent,
      BindingResult errors,
      @CurrentOfficer Officer officer) {
    var file = sent.file();
    if (file == null || file.isEmpty()) {
      errors.rejectValue("file", "import.error.choose");
      return page(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return switch (ledger.receive(name, file, officer)) {
      case Taken taken -> new ModelAndView("redirect:/staff/disclosures/" + taken.batchId());
      case TakenBefore before -> {
        errors.rejectValue("file", "import.error.taken-before");
        yield page(HttpStatus.CONFLICT).addObject("before", before.batchId());
      }
      case Refused refused -> {
        errors.rejectValue("file", "import.error.refused");
        yield page(HttpStatus.UNPROCESSABLE_CONTENT).addObject("problems", refused.problems());
      }
    };
  }

  @GetMapping("/staff/disclosures/import/example.csv")
  ResponseEntity<Resource> example() {
    var download = ContentDisposition.attachment().filename("example.csv").build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
        .body(EXAMPLE);
  }

  private ModelAndView page(HttpStatus status) {
    return new ModelAndView(
        VIEW,
        Map.of(
            "columns", Column.values(),
            "agreements", agreements.all().keySet().stream().sorted().toList()),
        status);
  }
}
