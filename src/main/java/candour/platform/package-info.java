/**
 * The ground floor: who acts, the database and its keys, documents, sign-in, jobs and error pages.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package candour.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
