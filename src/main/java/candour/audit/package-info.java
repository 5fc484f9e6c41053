/** The decision log: every fact leaves an entry that nobody can take back (RFC 9162). */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package candour.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
