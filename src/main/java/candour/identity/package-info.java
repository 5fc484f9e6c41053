/** Identity: who asks, about whom, and what they have shown of it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package candour.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
