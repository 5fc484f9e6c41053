package candour.identity;

import java.util.UUID;

/** The data subject and the requester, now on record. */
public record Registered(UUID subjectId, UUID requesterId) {}
