package candour.exemptions.deciding;

import candour.exemptions.Words;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** At least so many characters, counted as the database counts them. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Says.Validator.class)
@interface Says {

  int value();

  String message();

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Counts. */
  final class Validator implements ConstraintValidator<Says, String> {

    private int least;

    @Override
    public void initialize(Says says) {
      least = says.value();
    }

    @Override
    public boolean isValid(@Nullable String words, ConstraintValidatorContext context) {
      return words != null && Words.say(words, least);
    }
  }
}
