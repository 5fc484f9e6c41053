package candour.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that may be an address of mail, or is empty: at most 254 characters (RFC 5321 §4.5.3.1.3),
 * counted before anything else is looked at, in whatever script.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MailAddress.Check.class)
public @interface MailAddress {

  String message();

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks at what was typed. */
  class Check implements ConstraintValidator<MailAddress, String> {

    private static final int LONGEST = 254;

    private static final Pattern ADDRESS =
        Pattern.compile(
            "[^@\\s\\p{Cc}\"<>(),:;\\\\\\[\\]]{1,64}@[\\p{L}\\p{M}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{M}\\p{N}-]{1,63}){0,126}");

    @Override
    public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
      return typed == null
          || typed.isEmpty()
          || typed.length() <= LONGEST && ADDRESS.matcher(typed).matches();
    }
  }
}
