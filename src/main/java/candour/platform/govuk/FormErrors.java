package candour.platform.govuk;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.spring6.context.IThymeleafRequestContext;
import org.thymeleaf.spring6.naming.SpringContextVariableNames;

/** What was wrong with what was sent: {@code #errors} in templates, for the title and summary. */
final class FormErrors {

  private final ITemplateContext context;
  private final List<BindingResult> results;

  FormErrors(ITemplateContext context) {
    this.context = context;
    this.results =
        context.getVariableNames().stream()
            .filter(name -> name.startsWith(BindingResult.MODEL_KEY_PREFIX))
            .map(context::getVariable)
            .filter(BindingResult.class::isInstance)
            .map(BindingResult.class::cast)
            .toList();
  }

  public boolean any() {
    return results.stream().anyMatch(BindingResult::hasErrors);
  }

  /** One link per field in error, in the order in which the form record declares the fields. */
  public List<Map<String, String>> list() {
    return results.stream().flatMap(this::links).toList();
  }

  private Stream<Map<String, String>> links(BindingResult result) {
    var order = order(result);
    var fields =
        result.getFieldErrors().stream()
            .sorted(Comparator.comparingInt(error -> order.indexOf(root(error))))
            .filter(distinctBy(FieldError::getField))
            .map(error -> Map.of("text", text(error), "href", "#" + id(result, error)));
    var whole = result.getGlobalErrors().stream().map(error -> Map.of("text", text(error)));
    return Stream.concat(fields, whole);
  }

  private static List<String> order(BindingResult result) {
    var target = result.getTarget();
    return target == null || !target.getClass().isRecord() ? List.of() : names(target.getClass());
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static Predicate<FieldError> distinctBy(Function<FieldError, String> key) {
    var seen = new HashSet<String>();
    return error -> seen.add(key.apply(error));
  }

  private static String root(FieldError error) {
    return error.getField().split("[.\\[]", 2)[0];
  }

  /** A question of several parts is reached through its first. */
  private static String id(BindingResult result, FieldError error) {
    var id = Field.id(error.getField());
    var type = result.getFieldType(error.getField());
    return type != null && type.isRecord() ? id + "-" + names(type).getFirst() : id;
  }

  private String text(MessageSourceResolvable error) {
    var request =
        (IThymeleafRequestContext)
            context.getVariable(SpringContextVariableNames.THYMELEAF_REQUEST_CONTEXT);
    return request.getMessage(error, false);
  }
}
