package candour.casework.desk;

import candour.identity.Verification.Method;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an officer saw of somebody's identity, and what they make of it. */
record LookAtIdentity(
    @NotNull(message = "{look.satisfied.missing}") @Nullable Boolean satisfied,
    @NotNull(message = "{look.method.missing}") @Nullable Method method,
    @NotBlank(message = "{look.evidence.wrong}")
        @Size(min = 3, max = 4_000, message = "{look.evidence.wrong}")
        String evidence,
    @NotBlank(message = "{look.reason.wrong}")
        @Size(min = 10, max = 4_000, message = "{look.reason.wrong}")
        String reason) {}
