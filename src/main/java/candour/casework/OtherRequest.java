package candour.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Another request of somebody who is certainly the same and is reached in the very same ways.
 *
 * @param requesterId as whom they are on record there
 * @param receivedOn in London
 */
public record OtherRequest(
    UUID requesterId, CaseReference reference, String number, LocalDate receivedOn) {

  /** What stands for all of them where they are too many to be chosen one by one. */
  public static final String ALL = "ALL";

  private static final int FEW = 20;

  /** Whether nobody would choose one by one: a firm may have hundreds. */
  public static boolean areMany(List<OtherRequest> others) {
    return others.size() > FEW;
  }
}
