/**
 * Takes PDF files in safely, and rebuilds their pages so that nothing beneath a redaction survives.
 */
@NullMarked
package candour.records.redaction;

import org.jspecify.annotations.NullMarked;
