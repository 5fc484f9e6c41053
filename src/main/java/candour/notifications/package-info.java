/** The post room: mail and letters, queued in the transaction of the fact they tell of. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package candour.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
