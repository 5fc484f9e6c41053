/** The answer: a pack that three officers made, approved and released (UK GDPR Arts 12 and 15). */
@ApplicationModule(allowedDependencies = {"records", "exemptions", "casework", "ledger"})
@NullMarked
package candour.response;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
