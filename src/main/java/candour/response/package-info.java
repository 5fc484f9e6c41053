<<<<<<< HEAD
/** The answer: a pack that three officers made, approved and released (UK GDPR Arts 12 and 15). */
=======
/** The answer to a subject access request: its pack, cover letter, issue and download. */
>>>>>>> dbd48fe (Take PDF records in safely and rebuild pages for release)
@ApplicationModule(allowedDependencies = {"records", "exemptions", "casework", "ledger"})
@NullMarked
package candour.response;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
