package candour.casework;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Another request of somebody who is certainly the same and is reached in the very same ways.
 *
 * @param requesterId as whom they are on record there
 * @param receivedOn in London
 */
public record OtherRequest(
    UUID requesterId, CaseReference reference, String number, LocalDate receivedOn) {}
