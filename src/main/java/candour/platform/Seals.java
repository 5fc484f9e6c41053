package candour.platform;

import candour.platform.storage.MasterKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Seals what is stored: under one key a case, so that destroying the key erases the person, or
 * under the portal's own key where there is no case. The context is bound to the seal: a sealed
 * value moved elsewhere does not open.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Seals {

  private final JdbcClient jdbc;
  private final MasterKey master;

  Seals(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.master = master;
  }

  /**
   * Seals under the case's key, which is made with the case or else on first use.
   *
   * @throws Refusal {@code case-is-erased} once the key was destroyed: there is never another
   */
  public byte[] seal(UUID caseId, String context, byte[] plain) {
    return encrypt(caseKey(caseId), context, plain);
  }

  /**
   * Opens what was sealed for that case and context; anything else is an {@link
   * IllegalStateException}.
   *
   * @throws Refusal {@code case-is-erased} once the key was destroyed
   */
  public byte[] open(UUID caseId, String context, byte[] sealed) {
    return decrypt(caseKey(caseId), context, sealed);
  }

  /** What opens the seals of one case. */
  @FunctionalInterface
  public interface Opener {

    /** Opens what was sealed for that context; see {@link Seals#open(UUID, String, byte[])}. */
    byte[] open(String context, byte[] sealed);
  }

  /** What opens the seals of that case; empty once its key has been destroyed. */
  public Optional<Opener> opener(UUID caseId) {
    var wrapped = find(caseId).wrapped();
    if (wrapped == null) {
      return Optional.empty();
    }
    var key = unwrapped(caseId, wrapped);
    return Optional.of((context, sealed) -> decrypt(key, context, sealed));
  }

  /** Seals under one key. */
  @FunctionalInterface
  public interface Sealer {

    byte[] seal(String context, byte[] plain);
  }

  /** Under the case's key, or the portal's where there is no case; see {@link #seal}. */
  public Sealer sealer(@Nullable UUID caseId) {
    var key = caseId == null ? master.aead() : sealingKey(caseId);
    return (context, plain) -> encrypt(key, context, plain);
  }

  private Aead sealingKey(UUID caseId) {
    var made = made();
    var key = made == null ? null : made.keys.get(caseId);
    return key == null ? caseKey(caseId) : aead(key);
  }

  /** The keys that a transaction has made, for what it seals itself. */
  private static final class Made extends ResourceHolderSupport {

    private final Map<UUID, byte[]> keys = new HashMap<>();
  }

  private @Nullable Made made() {
    return (Made) TransactionSynchronizationManager.getResource(this);
  }

  /**
   * A key for a new case, wrapped, to be stored with the case in this transaction: {@code
   * platform.key_of}.
   */
  public byte[] newKey(UUID caseId) {
    var key = Identifiers.randomBytes(32);
    var made = made();
    if (made == null) {
      made = new Made();
      TransactionSynchronizationManager.bindResource(this, made);
      TransactionSynchronizationManager.registerSynchronization(
          new ResourceHolderSynchronization<>(made, this) {});
    }
    made.keys.put(caseId, key);
    return wrap(caseId, key);
  }

  private byte[] wrap(UUID caseId, byte[] key) {
    return encrypt(master.aead(), caseId.toString(), key);
  }

  /** When the key of that case was destroyed; empty while it is there, or was never needed. */
  public Optional<Instant> erasedAt(UUID caseId) {
    return Optional.ofNullable(find(caseId).destroyedAt());
  }

  /** The cases whose keys were destroyed. */
  public List<UUID> erased() {
    return jdbc.sql("select case_id from platform.case_key where wrapped is null")
        .query((row, _) -> row.getObject("case_id", UUID.class))
        .list();
  }

  /** Seals under the portal's own key. */
  public byte[] seal(String context, byte[] plain) {
    return encrypt(master.aead(), context, plain);
  }

  /** Opens what was sealed under the portal's own key for that context. */
  public byte[] open(String context, byte[] sealed) {
    return decrypt(master.aead(), context, sealed);
  }

  /**
   * A hash that cannot be guessed at without the portal's key (HMAC-SHA-256), for codes of low
   * entropy.
   */
  public byte[] keyedHash(String purpose, String value) {
    return master.hash(purpose + '\n' + value);
  }

  private Aead caseKey(UUID caseId) {
    var row = find(caseId);
    if (row.equals(Row.NONE)) {
      jdbc.sql(
              "insert into platform.case_key (case_id, wrapped) values (:case, :wrapped) on conflict do nothing")
          .param("case", caseId)
          .param("wrapped", wrap(caseId, Identifiers.randomBytes(32)))
          .update();
      row = find(caseId);
    }
    if (row.wrapped() == null) {
      throw new Refusal("case-is-erased");
    }
    return unwrapped(caseId, row.wrapped());
  }

  private Aead unwrapped(UUID caseId, byte[] wrapped) {
    return aead(decrypt(master.aead(), caseId.toString(), wrapped));
  }

  private static Aead aead(byte[] key) {
    try {
      return new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A case's key is not usable", e);
    }
  }

  /** The key of a case, or what is left of it. */
  private record Row(byte @Nullable [] wrapped, @Nullable Instant destroyedAt) {

    private static final Row NONE = new Row(null, null);
  }

  private Row find(UUID caseId) {
    return jdbc.sql("select wrapped, destroyed_at from platform.case_key where case_id = :case")
        .param("case", caseId)
        .query((row, _) ->
            new Row(
                row.getBytes("wrapped"),
                Optional.ofNullable(row.getTimestamp("destroyed_at"))
                    .map(Timestamp::toInstant)
                    .orElse(null)))
        .optional()
        .orElse(Row.NONE);
  }

  private static byte[] encrypt(Aead aead, String context, byte[] plain) {
    try {
      return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  private static byte[] decrypt(Aead aead, String context, byte[] sealed) {
    try {
      return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A seal does not open", e);
    }
  }
}
