package candour.ledger.entries;

import candour.ledger.Disclosure;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a row of its batch.
 *
 * @param number from 1
 * @param agreementId the agreement that the ask named, in force or not; null if it named none
 */
public record Line(
    int number,
    @Nullable String agreementId,
    Disclosure disclosure,
    String personName,
    String personBorn) {}
