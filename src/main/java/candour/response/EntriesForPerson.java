package candour.response;

import candour.casework.CaseReference;
import candour.exemptions.Exemption;
import candour.exemptions.Exemptions;
import candour.ledger.Ledger;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says the entries of the ledger as the person of a case may read them, and leaves out the rest.
 */
@Component
class EntriesForPerson {

  private final Ledger ledger;
  private final Exemptions exemptions;
  private final EntryRows rows;

  EntriesForPerson(Ledger ledger, Exemptions exemptions, EntryRows rows) {
    this.ledger = ledger;
    this.exemptions = exemptions;
    this.rows = rows;
  }

  /**
   * Newest ask first. What is kept back is read last, so that nothing shows that was kept back
   * before it could be seen.
   */
  List<DisclosureAboutMe> of(CaseReference reference, UUID subjectId) {
    var shown = ledger.shownTo(subjectId);
    var kept =
        rows.kept(reference).stream()
            .collect(Collectors.toMap(WithheldEntry::entry, it -> it, (first, _) -> first));
    return shown.stream()
        .map(DisclosureAboutMe::of)
        .flatMap(told -> asTold(told, kept.get(told.id())))
        .toList();
  }

  private Stream<DisclosureAboutMe> asTold(DisclosureAboutMe told, @Nullable WithheldEntry kept) {
    if (kept == null) {
      return Stream.of(told);
    }
    return switch (kept.extent()) {
      case WHOLE -> Stream.empty();
      case GENERAL -> Stream.of(told.inGeneralWords(ground(kept.ground())));
    };
  }

  private Exemption ground(String code) {
    return exemptions.grounds().stream()
        .filter(ground -> ground.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
