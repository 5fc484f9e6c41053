package candour.exemptions;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Why we are satisfied that the person has seen health data, or knows them already (DPA 2018 Sch 3
 * para 6(2)).
 *
 * @param aboutId the record or the page
 */
public record KnownToPerson(UUID id, UUID aboutId, String reason, LocalDate on) {}
