package candour.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.log.Cosignatures.Last;
import candour.audit.log.Witnesses.Known;
import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.SignedNote;
import candour.platform.Days;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The log's witnesses, and the way for those whose machine has no network: by file. */
@Controller
class WitnessPages {

  private static final String VIEW = "audit/witnesses";

  /** A note with 16 signatures stays below. */
  private static final long LARGEST = 128 * 1024;

  /** The file that a witness gave. */
  record CosignedCheckpoint(@Nullable MultipartFile file) {}

  /**
   * A witness as the page shows it.
   *
   * @param size of the tree it cosigned last; null if it has not cosigned any
   */
  record Shown(
      String id, String name, boolean byHand, @Nullable Long size, @Nullable ZonedDateTime at) {}

  private final Witnesses witnesses;
  private final Cosignatures cosignatures;
  private final PublishedLog log;
  private final Submission submission;

  WitnessPages(
      Witnesses witnesses, Cosignatures cosignatures, PublishedLog log, Submission submission) {
    this.witnesses = witnesses;
    this.cosignatures = cosignatures;
    this.log = log;
    this.submission = submission;
  }

  @ModelAttribute
  void state(Model model) {
    model.addAttribute("witnesses", witnesses.all().stream().map(this::shown).toList());
    model.addAttribute("quorum", witnesses.quorum());
    model.addAttribute("size", log.latest().map(each -> each.checkpoint().size()).orElse(null));
    model.addAttribute("vouched", log.vouched());
  }

  private Shown shown(Known witness) {
    var last = cosignatures.last(witness);
    return new Shown(
        witness.id(),
        witness.name(),
        witness.url() == null,
        last.map(Last::size).orElse(null),
        last.map(each -> each.at().atZone(Days.LONDON)).orElse(null));
  }

  @GetMapping("/staff/witnesses")
  String all(Model model) {
    model.addAttribute(new CosignedCheckpoint(null));
    return VIEW;
  }

  @GetMapping("/staff/witnesses/{id}/request")
  ResponseEntity<String> request(@PathVariable String id) {
    var witness = witnesses.withId(id).orElseThrow(() -> new EmptyResultDataAccessException(1));
    var from = cosignatures.last(witness).map(Last::size).orElse(0L);
    var request = log.request(from, log.required());
    var name = ContentDisposition.attachment().filename("request.txt").build();
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(request.toString());
  }

  @PostMapping("/staff/witnesses")
  ModelAndView take(@ModelAttribute CosignedCheckpoint sent, BindingResult errors)
      throws IOException {
    var file = sent.file();
    if (file == null || file.isEmpty()) {
      return refused(errors, "witnesses.error.choose");
    }
    try {
      return take(note(file))
          ? new ModelAndView("redirect:/staff/witnesses")
          : refused(errors, "witnesses.error.nobody");
    } catch (NotProven | CharacterCodingException e) {
      return refused(errors, "witnesses.error.false");
    } catch (EmptyResultDataAccessException e) {
      return refused(errors, "witnesses.error.other");
    }
  }

  private static SignedNote note(MultipartFile file) throws IOException {
    if (file.getSize() > LARGEST) {
      throw new NotProven("the file is too large");
    }
    return SignedNote.parse(UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString());
  }

  /** Takes in what our witnesses have signed, and says whether any has. */
  private boolean take(SignedNote cosigned) {
    var signed = log.signed(Checkpoint.parse(cosigned.text()).size());
    if (!signed.note().text().equals(cosigned.text())) {
      throw new EmptyResultDataAccessException(1);
    }
    var signers = witnesses.all().stream().filter(each -> each.key().signed(cosigned)).toList();
    signers.forEach(witness -> submission.take(witness, signed, cosigned));
    cosignatures.vouch();
    return !signers.isEmpty();
  }

  private static ModelAndView refused(BindingResult errors, String why) {
    errors.rejectValue("file", why);
    return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
