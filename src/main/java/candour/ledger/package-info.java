/** Every disclosure that was asked for, refused ones included, under which agreement. */
@ApplicationModule(allowedDependencies = {"identity"})
@NullMarked
package candour.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
