/** The rows of the ledger: written once, read by the person, the case and the batch. */
@NullMarked
package candour.ledger.entries;

import org.jspecify.annotations.NullMarked;
