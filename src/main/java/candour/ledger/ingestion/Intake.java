package candour.ledger.ingestion;

import candour.ledger.LedgerEvent.DisclosuresImported;
import candour.ledger.Reception;
import candour.ledger.Reception.Refused;
import candour.ledger.Reception.Taken;
import candour.ledger.Reception.TakenBefore;
import candour.ledger.SharingAgreement;
import candour.ledger.agreement.Agreements;
import candour.ledger.entries.Disclosures;
import candour.ledger.entries.Entry;
import candour.ledger.matching.Matching;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file of disclosures in: whole, once, in one transaction, and never all in memory. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Intake {

  private final Agreements agreements;
  private final Batches batches;
  private final Disclosures disclosures;
  private final Matching matching;
  private final Days days;
  private final ApplicationEventPublisher events;

  Intake(
      Agreements agreements,
      Batches batches,
      Disclosures disclosures,
      Matching matching,
      Days days,
      ApplicationEventPublisher events) {
    this.agreements = agreements;
    this.batches = batches;
    this.disclosures = disclosures;
    this.matching = matching;
    this.days = days;
    this.events = events;
  }

  /**
   * Reads the file twice: for what is wrong, then to store it.
   *
   * @param fileName as it was given; shortened where it is very long
   */
  public Reception take(String fileName, InputStreamSource file, Officer officer) {
    var known = agreements.all();
    var reader = new DisclosureFile(new RowReader(known.keySet(), days.today()));
    try {
      var check = new Check();
      var sha256 = read(reader, file, check);
      if (!check.problems().isEmpty()) {
        return new Refused(check.problems());
      }
      var before = batches.of(sha256);
      return before.isPresent()
          ? new TakenBefore(before.get())
          : store(fileName, sha256, known, reader, file, officer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reception store(
      String fileName,
      byte[] sha256,
      Map<String, SharingAgreement> known,
      DisclosureFile reader,
      InputStreamSource file,
      Officer officer)
      throws IOException {
    var batch = Identifiers.next();
    var since = matching.begins();
    var filing = new Filing(known, entries -> store(batch, entries));
    if (!MessageDigest.isEqual(sha256, read(reader, file, filing))) {
      throw new IllegalStateException("The file changed while it was read");
    }
    filing.flush();
    batches.add(
        batch,
        shortened(fileName),
        sha256,
        filing.rows(),
        filing.flagged(),
        filing.root(),
        officer.id());
    var hex = HexFormat.of();
    events.publishEvent(
        new DisclosuresImported(
            batch,
            filing.rows(),
            filing.flagged(),
            hex.formatHex(filing.root()),
            hex.formatHex(sha256)));
    matching.settled(since);
    return new Taken(batch);
  }

  private void store(UUID batch, List<Entry> entries) {
    disclosures.add(batch, entries);
    matching.entered(entries);
  }

  /** Reads it all, and returns the SHA-256 of every byte. */
  private static byte[] read(
      DisclosureFile reader, InputStreamSource file, DisclosureFile.Reading reading)
      throws IOException {
    try (var in = new DigestInputStream(file.getInputStream(), sha256())) {
      reader.read(in, reading);
      return in.getMessageDigest().digest();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String shortened(String fileName) {
    var visible = fileName.replaceAll("[\\p{Cc}\\p{Cs}]", "").strip();
    var name = visible.isEmpty() ? "disclosures.csv" : visible;
    return name.codePointCount(0, name.length()) <= 200
        ? name
        : name.substring(0, name.offsetByCodePoints(0, 200));
  }
}
