/** Casework: a subject access request from receipt to outcome, with its officers and its clock. */
@ApplicationModule(allowedDependencies = {"identity", "ledger"})
@NullMarked
package candour.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
