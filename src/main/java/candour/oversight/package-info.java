/** Figures for the committee, from facts without persons. */
@ApplicationModule(allowedDependencies = {"casework", "exemptions", "response", "ledger"})
@NullMarked
package candour.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
