package candour.response;

import candour.audit.Receipts;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.platform.DocumentStore;
import candour.platform.Seals;
import candour.response.ResponseEvent.CodeVoided;
import candour.response.ResponseEvent.PackDownloaded;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands the answer over for its code; of a code that is guessed at, its owner learns. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Handover {

  private final Reading reading;
  private final ReleaseCodes codes;
  private final Delivery delivery;
  private final Casework casework;
  private final DocumentStore documents;
  private final Receipts receipts;
  private final Seals seals;
  private final ApplicationEventPublisher events;

  Handover(
      Reading reading,
      ReleaseCodes codes,
      Delivery delivery,
      Casework casework,
      DocumentStore documents,
      Receipts receipts,
      Seals seals,
      ApplicationEventPublisher events) {
    this.reading = reading;
    this.codes = codes;
    this.delivery = delivery;
    this.casework = casework;
    this.documents = documents;
    this.receipts = receipts;
    this.seals = seals;
    this.events = events;
  }

  Download download(CaseReference reference, int number, ReleaseCode typed) {
    var asked = reading.released(reference, number);
    return forCode(reference, asked, typed, (released, live) -> file(reference, released, live));
  }

  /** For the code of the newest answer, since the proof is of every one. */
  Download proof(CaseReference reference, ReleaseCode typed) {
    return forCode(reference, reading.newest(reference), typed, (_, _) -> proof(reference));
  }

  private Download proof(CaseReference reference) {
    return receipts
        .proof(reference.value())
        .<Download>map(zip -> new Download.File("proof.zip", zip))
        .orElseGet(Download.NotYet::new);
  }

  private Download forCode(
      CaseReference reference,
      Optional<Reading.Released> released,
      ReleaseCode typed,
      BiFunction<Reading.Released, ReleaseCodes.Live, Download> handOver) {
    if (released.isEmpty()) {
      return new Download.NotReleased();
    }
    if (seals.erasedAt(reference.value()).isPresent()) {
      return new Download.Erased();
    }
    casework.hold(reference);
    var live = codes.live(released.get().packId());
    if (live.isEmpty()) {
      return new Download.Closed();
    }
    return codes.opens(live.get(), typed)
        ? handOver.apply(released.get(), live.get())
        : refused(reference, live.get());
  }

  private Download refused(CaseReference reference, ReleaseCodes.Live live) {
    var left = codes.tried(live);
    if (left > 0) {
      return new Download.WrongCode(left);
    }
    events.publishEvent(new CodeVoided(reference.value(), live.id()));
    delivery.warnOfVoidCode(reference);
    return new Download.Closed();
  }

  private Download file(
      CaseReference reference, Reading.Released released, ReleaseCodes.Live live) {
    var id = codes.downloaded(reference, released.packId(), live);
    events.publishEvent(new PackDownloaded(reference.value(), released.packId(), id));
    return new Download.File(
        documents.find(released.document(), reference.value()).fileName(),
        documents.read(released.document(), reference.value()));
  }
}
