/** Whether an entry is about a person we know, and whether that person sees it. */
@NullMarked
package candour.ledger.matching;

import org.jspecify.annotations.NullMarked;
