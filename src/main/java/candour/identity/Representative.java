package candour.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for somebody else, as they describe themselves.
 *
 * @param capacity never {@link Capacity#SELF}
 * @param relation how they are related to or know the person; empty for an adviser
 * @param firm where an adviser works; empty for anybody else
 * @param regulator who keeps the register an adviser stands in; null for anybody else
 * @param regulatorNumber their number there
 */
public record Representative(
    Capacity capacity,
    String fullName,
    String relation,
    String firm,
    @Nullable Regulator regulator,
    String regulatorNumber) {

  /** An adviser in a register. */
  public static Representative adviser(
      String fullName, String firm, Regulator regulator, String number) {
    return new Representative(Capacity.ADVISER, fullName, "", firm, regulator, number);
  }

  /** Somebody who is related to or knows the person. */
  public static Representative close(Capacity capacity, String fullName, String relation) {
    return new Representative(capacity, fullName, relation, "", null, "");
  }
}
