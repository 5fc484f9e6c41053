package candour.casework.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a doubt rests on, and the question that would settle it. */
record Doubt(
    @NotBlank(message = "{doubt.reason.wrong}")
        @Size(min = 10, max = 4_000, message = "{doubt.reason.wrong}")
        String reason,
    @NotBlank(message = "{doubt.question.wrong}")
        @Size(min = 10, max = 20_000, message = "{doubt.question.wrong}")
        String question) {}
