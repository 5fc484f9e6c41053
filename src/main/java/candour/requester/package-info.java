/** What members of the public see: asking, following and fetching the answer. */
@ApplicationModule(allowedDependencies = {"response", "casework", "identity"})
@NullMarked
package candour.requester;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
