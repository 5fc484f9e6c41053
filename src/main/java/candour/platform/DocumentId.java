package candour.platform;

import java.util.UUID;

/** Names a stored file. */
public record DocumentId(UUID value) {}
