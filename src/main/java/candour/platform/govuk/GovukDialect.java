package candour.platform.govuk;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.dialect.IProcessorDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.processor.IProcessor;

/**
 * Teaches Thymeleaf the {@code govuk} prefix and the {@code #errors} object.
 *
 * <p>The idiom and the reasons for it are in the decision record of 2026-11-21 on templates.
 */
@Component
public final class GovukDialect extends AbstractDialect
    implements IProcessorDialect, IExpressionObjectDialect {

  static final String PREFIX = "govuk";
  private static final String ERRORS = "errors";

  public GovukDialect() {
    super("GOV.UK Frontend");
  }

  @Override
  public String getPrefix() {
    return PREFIX;
  }

  @Override
  public int getDialectProcessorPrecedence() {
    return 1000;
  }

  @Override
  public Set<IProcessor> getProcessors(String prefix) {
    return Set.of(new ComponentTag(prefix), new AttributesAttribute(prefix));
  }

  @Override
  public IExpressionObjectFactory getExpressionObjectFactory() {
    return new IExpressionObjectFactory() {
      @Override
      public Set<String> getAllExpressionObjectNames() {
        return Set.of(ERRORS);
      }

      @Override
      public Object buildObject(IExpressionContext context, String name) {
        return new FormErrors((ITemplateContext) context);
      }

      @Override
      public boolean isCacheable(String name) {
        return true;
      }
    };
  }
}
