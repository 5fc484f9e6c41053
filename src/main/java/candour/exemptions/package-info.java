/** What may be kept back, on what ground, decided by whom (DPA 2018 Schs 2 to 4). */
@ApplicationModule(allowedDependencies = {"casework"})
@NullMarked
package candour.exemptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
