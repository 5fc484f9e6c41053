package candour.platform.security;

import candour.platform.Account.Kind;
import java.io.Serializable;
import java.util.UUID;

/** Somebody who has shown the one-time code of an account and may choose how to sign in to it. */
public record Enrolment(byte[] codeHash, UUID account, Kind kind, String username)
    implements Serializable {}
