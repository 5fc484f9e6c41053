<<<<<<< HEAD
/**
 * What the searches found: collected, looked at page by page, and redacted so that nothing leaks.
 */
=======
/** The records found about a person, and how they are reviewed and made fit for release. */
>>>>>>> dbd48fe (Take PDF records in safely and rebuild pages for release)
@ApplicationModule(allowedDependencies = {"exemptions", "casework"})
@NullMarked
package candour.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
