/**
 * What the searches found: collected, looked at page by page, and redacted so that nothing leaks.
 */
@ApplicationModule(allowedDependencies = {"exemptions", "casework"})
@NullMarked
package candour.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
