package candour.casework.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the office must know before it can search, and why. */
record Clarification(
    @NotBlank(message = "{clarify.question.wrong}")
        @Size(min = 10, max = 20_000, message = "{clarify.question.wrong}")
        String question,
    @NotBlank(message = "{clarify.reason.wrong}")
        @Size(min = 10, max = 4_000, message = "{clarify.reason.wrong}")
        String reason) {}
