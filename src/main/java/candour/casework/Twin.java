package candour.casework;

import java.time.LocalDate;

/**
 * Another open request that may be the same.
 *
 * @param receivedOn in London
 * @param newer whether it came later than the one that it was found by
 */
public record Twin(CaseReference reference, String number, LocalDate receivedOn, boolean newer) {}
