package candour.response;

import java.util.UUID;

/**
 * An entry of the ledger that is kept from the person, by a determination in force or by a decision
 * on the entry.
 *
 * @param ground its code in the register
 * @param told whether the person is told that it is kept back
 */
record WithheldEntry(UUID entry, String ground, boolean told) {}
