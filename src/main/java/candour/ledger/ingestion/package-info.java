/** How entries come in: a file is read, checked row by row, and taken whole or not at all. */
@NullMarked
package candour.ledger.ingestion;

import org.jspecify.annotations.NullMarked;
