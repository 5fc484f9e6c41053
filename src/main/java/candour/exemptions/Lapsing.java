package candour.exemptions;

import candour.casework.CaseReference;
import java.time.LocalDate;

/**
 * A determination in force that lapses unless it is decided afresh.
 *
 * @param reviewOn the last day on which it is in force, in London
 * @param item how officers know what it is about
 * @param untold whether it lapses because not telling of it is to be reviewed first
 */
public record Lapsing(
    CaseReference reference,
    DeterminationId id,
    LocalDate reviewOn,
    Provision provision,
    String item,
    boolean untold) {}
