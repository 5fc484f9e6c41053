/**
 * What comes in from outside: bounded before it is read, looked at, and drawn anew where strangers
 * send it.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package candour.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
