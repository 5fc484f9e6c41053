package candour.casework;

import java.util.UUID;

/**
 * What rules are decided by.
 *
 * @param guarded whether the immigration exemption can never be applied, because the request is
 *     made to prove one's status or history (the minister's assurance of 9 May 2018)
 */
public record CaseFacts(
    CaseReference reference,
    UUID subjectId,
    UUID requesterId,
    boolean guarded,
    Purpose purpose,
    Stage stage) {}
