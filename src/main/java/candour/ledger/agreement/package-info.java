/** Sharing agreements as they were in force from day to day. */
@NullMarked
package candour.ledger.agreement;

import org.jspecify.annotations.NullMarked;
