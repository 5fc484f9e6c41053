package candour.platform.govuk;

import java.util.Map;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/** Writes a map of attributes onto an element: {@code govuk:attributes="${…}"}. */
final class AttributesAttribute extends AbstractAttributeTagProcessor {

  private static final int PRECEDENCE = 1500;

  AttributesAttribute(String prefix) {
    super(TemplateMode.HTML, prefix, null, false, "attributes", true, PRECEDENCE, true);
  }

  @Override
  protected void doProcess(
      ITemplateContext context,
      IProcessableElementTag tag,
      AttributeName attribute,
      String expression,
      IElementTagStructureHandler structure) {
    var attributes =
        StandardExpressions.getExpressionParser(context.getConfiguration())
            .parseExpression(context, expression)
            .execute(context);
    if (attributes instanceof Map<?, ?> map) {
      map.forEach((name, value) -> {
        if (value != null) {
          structure.setAttribute(name.toString(), HtmlEscape.escapeHtml4Xml(value.toString()));
        }
      });
    }
  }
}
