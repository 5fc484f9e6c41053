package candour.platform.security;

import candour.platform.Account.Kind;
import candour.platform.Officer.Role;
import java.util.Set;
import java.util.UUID;

/** What an enrolled, enabled account proves itself with. */
record Credential(
    UUID id,
    Kind kind,
    String name,
    Set<Role> roles,
    String password,
    byte[] sealedSecret,
    long lastStep) {}
