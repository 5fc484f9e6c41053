package candour.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above every page of a case.
 *
 * @param name the data subject's
 * @param dueOn null while the clock is stopped
 * @param askedBy who asks for them and with what standing, in the reader's language; null if
 *     themselves
 * @param mind what to mind before ringing or writing to them, in the reader's language; perhaps
 *     empty
 * @param dueWords when the answer is due, in the reader's language
 */
public record CaseHeader(
    CaseReference reference,
    String number,
    String name,
    @Nullable String askedBy,
    List<String> mind,
    boolean guarded,
    boolean urgent,
    boolean reopened,
    Stage stage,
    String allocatedTo,
    @Nullable LocalDate dueOn,
    String dueWords) {}
