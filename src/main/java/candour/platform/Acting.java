package candour.platform;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts in the current transaction: row-level security shows each only what is theirs.
 *
 * @param id the officer's account, or the requester's own identity as data subject
 * @param key the one case of a requester, or the one draft of a visitor
 * @param asker as whom a requester is on record, who may be somebody else than the data subject
 */
public record Acting(Role role, @Nullable UUID id, @Nullable UUID key, @Nullable UUID asker) {

  /** Anybody but a requester. */
  public Acting(Role role, @Nullable UUID id, @Nullable UUID key) {
    this(role, id, key, null);
  }

  /** The kinds of actor that the policies in the database know. */
  public enum Role {
    OFFICER,
    COMMITTEE,
    REQUESTER,
    VISITOR,
    SYSTEM
  }

  /** A signed-in principal that knows in what role its transactions run. */
  public interface Bearer {
    Acting acting();
  }

  private static final ScopedValue<Acting> BOUND = ScopedValue.newInstance();

  /** The portal itself: jobs, sign-in, imports at start. */
  public static Acting system() {
    return new Acting(Role.SYSTEM, null, null);
  }

  /** Somebody not signed in, with at most one draft of theirs in hand. */
  public static Acting visitor(@Nullable UUID draft) {
    return new Acting(Role.VISITOR, null, draft);
  }

  /** Runs the work as this actor, whoever is signed in. */
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    return ScopedValue.where(BOUND, this).call(work::get);
  }

  /** Runs work that may throw as this actor, whoever is signed in. */
  public <T extends @Nullable Object> T callChecked(Callable<T> work) throws Exception {
    return ScopedValue.where(BOUND, this).call(work::call);
  }

  /** Runs the work as this actor, whoever is signed in. */
  public void run(Runnable work) {
    ScopedValue.where(BOUND, this).run(work);
  }

  /** Who acts now: as bound, else as signed in, else nobody. */
  public static @Nullable Acting current() {
    if (BOUND.isBound()) {
      return BOUND.get();
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Bearer bearer
        ? bearer.acting()
        : null;
  }
}
