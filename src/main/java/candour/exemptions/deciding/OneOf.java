package candour.exemptions.deciding;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the answers of a closed list was chosen, by its name. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneOf.Validator.class)
@interface OneOf {

  Class<? extends Enum<?>> value();

  String message();

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks it up. */
  final class Validator implements ConstraintValidator<OneOf, String> {

    private List<String> names = List.of();

    @Override
    public void initialize(OneOf list) {
      names = Arrays.stream(list.value().getEnumConstants()).map(Enum::name).toList();
    }

    @Override
    public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
      return name != null && names.contains(name);
    }
  }
}
