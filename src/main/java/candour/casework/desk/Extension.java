package candour.casework.desk;

import candour.casework.AnswerBy.Extension.Ground;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** On what ground the office takes two further months, as the requester is told. */
record Extension(
    @NotNull(message = "{extend.ground.missing}") @Nullable Ground ground,
    @NotBlank(message = "{extend.reasons.wrong}")
        @Size(min = 10, max = 20_000, message = "{extend.reasons.wrong}")
        String reasons) {}
