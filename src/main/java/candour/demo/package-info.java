/** People, records and a mailbox to try the portal with; present in the demo profile only. */
@ApplicationModule(
    allowedDependencies = {
      "requester",
      "identity",
      "casework",
      "exemptions",
      "records",
      "ledger",
      "response",
      "oversight"
    })
@NullMarked
package candour.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
