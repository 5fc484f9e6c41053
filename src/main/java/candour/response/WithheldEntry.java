package candour.response;

import java.util.UUID;

/**
 * An entry of the ledger that is kept from the person, or a part of it, by a determination in force
 * or by a decision on the entry.
 *
 * @param ground its code in the register
 * @param extent whole, wherever anything keeps the whole of it back
 * @param told whether the person is told that it is kept back
 */
record WithheldEntry(UUID entry, String ground, EntryExtent extent, boolean told) {}
