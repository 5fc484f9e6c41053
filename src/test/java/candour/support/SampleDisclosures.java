package candour.support;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.identity.Identity;
import candour.ledger.Ledger;
import candour.ledger.entries.Column;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Entries of the ledger about the people of cases. */
@Component
public class SampleDisclosures {

  /** An address that went to the Home Office. */
  public static final String TRACED =
      "HOME_OFFICE,NHS Digital,%s,HO_NHSD_MOU_2017,OVERSTAYED,yes,,APPROVED_TRACE,ADDRESS_SAME,,"
          + "LAST_ADDRESS,2017-06-01,2017-06-20,";

  /** What nobody was given. */
  public static final String REJECTED =
      "HOME_OFFICE,NHS Digital,%s,HO_NHSD_MOU_2017,PUBLIC_SECURITY_RISK,yes,,REJECTED,,"
          + "NOT_COUNTERSIGNED,,2018-06-01,,";

  private final Samples samples;
  private final Casework casework;
  private final Identity identity;
  private final Ledger ledger;

  SampleDisclosures(Samples samples, Casework casework, Identity identity, Ledger ledger) {
    this.samples = samples;
    this.casework = casework;
    this.identity = identity;
    this.ledger = ledger;
  }

  /** A new entry with the person's name, which an officer found to be about them. */
  public UUID shown(CaseReference reference, String row) {
    var officer = samples.officer("Disclosures officer", Role.DISCLOSURES);
    var subject = samples.as(Acting.system(), () -> casework.facts(reference)).subjectId();
    var name = samples.as(Acting.system(), () -> identity.subject(subject)).fullName();
    var before = officer.acting().call(() -> ledger.candidatesFor(subject));
    var file =
        String.join(",", Column.headers())
            + "\n"
            + row.formatted(Identifiers.randomCode(8))
            + name
            + ",\n";
    var resource = new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8));
    officer.acting().run(() -> ledger.receive(Identifiers.next() + ".csv", resource, officer));
    var id =
        officer.acting().call(() -> ledger.candidatesFor(subject)).stream()
            .map(candidate -> candidate.disclosure().id())
            .filter(it -> before.stream().noneMatch(had -> had.disclosure().id().equals(it)))
            .findFirst()
            .orElseThrow();
    officer.acting().run(() -> ledger.clear(id, subject, officer, "The address is theirs too."));
    return id;
  }
}
