/** The statutory clock: when a request must be answered under UK GDPR Art. 12A, and why. */
@NullMarked
package candour.casework.clock;

import org.jspecify.annotations.NullMarked;
