package candour.casework;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What was looked for, where, by whom, and what came of it (UK GDPR Art. 15(1A)).
 *
 * @param periodFrom in the officer's words; perhaps empty, as are {@code periodTo} and {@code
 *     notes}
 * @param searchedBy the officer's name
 * @param searchedOn in London
 */
public record SearchCertificate(
    UUID id,
    RecordSystem system,
    String terms,
    String periodFrom,
    String periodTo,
    SearchResult result,
    String notes,
    String searchedBy,
    LocalDate searchedOn) {}
