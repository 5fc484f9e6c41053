package candour.platform.web;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;

/**
 * Reads the components of records, and nothing else of them. What Spring's own accessor finds it
 * forgets again (spring-expression 7.0), and most of a page is components of records.
 */
final class RecordAccessor implements PropertyAccessor {

  private static final ClassValue<Map<String, Method>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .map(RecordComponent::getAccessor)
              .peek(accessor -> accessor.setAccessible(true))
              .collect(Collectors.toUnmodifiableMap(Method::getName, Function.identity()));
        }
      };

  @Override
  public Class<?>[] getSpecificTargetClasses() {
    return new Class<?>[] {Record.class};
  }

  @Override
  public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
    return target instanceof Record && COMPONENTS.get(target.getClass()).containsKey(name);
  }

  @Override
  public TypedValue read(EvaluationContext context, @Nullable Object target, String name)
      throws AccessException {
    try {
      var type = Objects.requireNonNull(target).getClass();
      return new TypedValue(Objects.requireNonNull(COMPONENTS.get(type).get(name)).invoke(target));
    } catch (ReflectiveOperationException e) {
      throw new AccessException("Cannot read " + name, e);
    }
  }

  @Override
  public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
    return false;
  }

  @Override
  public void write(
      EvaluationContext context, @Nullable Object target, String name, @Nullable Object value) {
    throw new UnsupportedOperationException("Templates write nothing");
  }
}
