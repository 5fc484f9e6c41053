package candour.casework;

import java.util.Set;
import java.util.UUID;

/**
 * Which entries of the ledger are kept from the person of a case by a decision. Casework shows it
 * to officers and does not know the decisions, which are made further up; whoever keeps them
 * answers.
 */
public interface KeptBack {

  Set<UUID> entries(CaseReference reference);
}
