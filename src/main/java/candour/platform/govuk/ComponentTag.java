package candour.platform.govuk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.TemplateModel;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IElementTag;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.ITemplateStart;
import org.thymeleaf.model.IText;
import org.thymeleaf.processor.AbstractProcessor;
import org.thymeleaf.processor.element.IElementModelProcessor;
import org.thymeleaf.processor.element.IElementModelStructureHandler;
import org.thymeleaf.processor.element.MatchingAttributeName;
import org.thymeleaf.processor.element.MatchingElementName;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/**
 * Replaces {@code <govuk:name …>} by {@code templates/govuk/name.html}: the attributes become the
 * options, the body goes where that file has its {@code <govuk:slot>}.
 */
final class ComponentTag extends AbstractProcessor implements IElementModelProcessor {

  /** After th:each, th:if, th:object and th:with; before anything that would write an attribute. */
  private static final int PRECEDENCE = 650;

  private static final String SLOT = "slot";
  private static final Pattern NEXT_WORD = Pattern.compile("-(.)");
  private static final Pattern EXPRESSION = Pattern.compile("[#$*@~]\\{|\\|");

  private final MatchingElementName elements;

  ComponentTag(String prefix) {
    super(TemplateMode.HTML, PRECEDENCE);
    elements = MatchingElementName.forAllElementsWithPrefix(TemplateMode.HTML, prefix);
  }

  @Override
  public MatchingElementName getMatchingElementName() {
    return elements;
  }

  @Override
  public @Nullable MatchingAttributeName getMatchingAttributeName() {
    return null;
  }

  @Override
  public void process(
      ITemplateContext context, IModel model, IElementModelStructureHandler structure) {
    var tag = (IProcessableElementTag) model.get(0);
    var component = tag.getElementDefinition().getElementName().getElementName();
    var enclosing = scope(context);
    var own = options(context, tag);
    var body = body(model);
    own.put("hasBody", !body.stream().allMatch(ComponentTag::isBlank));
    Completion.of(component).complete(own, enclosing, context);
    var scope = new Options();
    scope.putAll(enclosing);
    scope.put(camelCase(component), own);

    model.reset();
    fill(template(context, component), body).forEach(model::add);
    structure.setLocalVariable(GovukDialect.PREFIX, scope);
  }

  /** The options of all the components around this place, by component. */
  private static Options scope(ITemplateContext context) {
    return context.getVariable(GovukDialect.PREFIX) instanceof Options scope
        ? scope
        : new Options();
  }

  private static Options options(ITemplateContext context, IProcessableElementTag tag) {
    var own = new Options();
    for (var attribute : tag.getAllAttributes()) {
      var name = attribute.getAttributeCompleteName();
      var value = value(context, tag, attribute);
      if (name.equals("options")) {
        if (value instanceof Map<?, ?> more) {
          more.forEach((key, option) -> own.setIfAbsent(key.toString(), option));
        }
      } else {
        own.set(name, value);
      }
    }
    return own;
  }

  /**
   * The value as written in the template: an expression if it starts as one. Attributes computed by
   * Thymeleaf are refused, because their value would be evaluated twice.
   */
  private static @Nullable Object value(
      ITemplateContext context, IProcessableElementTag tag, IAttribute attribute) {
    if (attribute.getAttributeCompleteName().startsWith("th:")) {
      throw new TemplateProcessingException(
          "Write the option without th: " + attribute.getAttributeCompleteName(),
          tag.getTemplateName(),
          tag.getLine(),
          tag.getCol());
    }
    if (attribute.getValue() == null) {
      return true;
    }
    var text = EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, attribute.getValue());
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      case String it when EXPRESSION.matcher(it).lookingAt() ->
          StandardExpressions.getExpressionParser(context.getConfiguration())
              .parseExpression(context, it)
              .execute(context);
      default -> text;
    };
  }

  private static List<ITemplateEvent> body(IModel model) {
    var events = new ArrayList<ITemplateEvent>();
    for (int i = 1; i < model.size() - 1; i++) {
      events.add(model.get(i));
    }
    return events;
  }

  private static TemplateModel template(ITemplateContext context, String component) {
    return context
        .getConfiguration()
        .getTemplateManager()
        .parseStandalone(context, "govuk/" + component, null, TemplateMode.HTML, true, true);
  }

  /** The component's file with the body in its slots; an empty body leaves what a slot holds. */
  private static List<ITemplateEvent> fill(IModel template, List<ITemplateEvent> body) {
    boolean keep = body.stream().allMatch(ComponentTag::isBlank);
    var filled = new ArrayList<ITemplateEvent>();
    boolean inSlot = false;
    for (int i = 0; i < template.size(); i++) {
      var event = template.get(i);
      if (event instanceof IElementTag tag && isSlot(tag)) {
        boolean opens = event instanceof IOpenElementTag;
        if (!keep && (opens || event instanceof IStandaloneElementTag)) {
          filled.addAll(body);
        }
        inSlot = opens;
      } else if (!(event instanceof ITemplateStart || event instanceof ITemplateEnd)
          && (keep || !inSlot)) {
        filled.add(event);
      }
    }
    return filled;
  }

  private static boolean isSlot(IElementTag tag) {
    var name = tag.getElementDefinition().getElementName();
    return GovukDialect.PREFIX.equals(name.getPrefix()) && SLOT.equals(name.getElementName());
  }

  private static boolean isBlank(ITemplateEvent event) {
    return event instanceof IText text && text.getText().isBlank();
  }

  private static String camelCase(String component) {
    return NEXT_WORD
        .matcher(component)
        .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }
}
