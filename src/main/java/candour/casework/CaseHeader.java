package candour.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands above every page of a case.
 *
 * @param name the data subject's
 * @param dueOn null while the clock is stopped
 * @param askedBy who asks for them and with what standing, in the reader's language; null if
 *     themselves
 * @param dueWords when the answer is due, in the reader's language
 */
public record CaseHeader(
    CaseReference reference,
    String number,
    String name,
    @Nullable String askedBy,
    boolean guarded,
    boolean reopened,
    Stage stage,
    String allocatedTo,
    @Nullable LocalDate dueOn,
    String dueWords) {}
