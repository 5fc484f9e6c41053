package candour.platform.govuk;

import org.thymeleaf.context.ITemplateContext;

/** What a component adds to its own options before it is drawn. */
@FunctionalInterface
interface Completion {

  /**
   * Completes the options of one component.
   *
   * @param own the options of this component
   * @param enclosing the options of the components around it, by component
   */
  void complete(Options own, Options enclosing, ITemplateContext context);

  static Completion of(String component) {
    return switch (component) {
      case "input", "textarea", "select", "file-upload", "radios", "checkboxes" -> Field::complete;
      case "date-input" -> DateParts::complete;
      case "radio" -> (own, enclosing, context) -> Choice.radio(own, enclosing.of("radios"));
      case "checkbox" ->
          (own, enclosing, context) -> Choice.checkbox(own, enclosing.of("checkboxes"));
      case "option" -> (own, enclosing, context) -> Choice.select(own, enclosing.of("select"));
      case "task" -> (own, enclosing, context) -> Choice.task(own, enclosing.of("taskList"));
      default -> (own, enclosing, context) -> {};
    };
  }
}
