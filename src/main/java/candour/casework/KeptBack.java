package candour.casework;

import java.util.Set;
import java.util.UUID;

/**
 * Which entries of the ledger are kept from the person of a case by a decision, whole or in part.
 * Casework shows it to officers and does not know the decisions, which are made further up; whoever
 * keeps them answers.
 */
public interface KeptBack {

  /** Those of which the person sees nothing. */
  Set<UUID> entries(CaseReference reference);

  /** Those of which the person does not see who asked, and why. */
  Set<UUID> inGeneralWords(CaseReference reference);
}
