package candour.platform.web;

import java.util.Set;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.ITemplateStart;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.templateboundaries.AbstractTemplateBoundariesProcessor;
import org.thymeleaf.processor.templateboundaries.ITemplateBoundariesStructureHandler;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templatemode.TemplateMode;

/** Lets the expressions of each page read records by {@link RecordAccessor}: half as dear. */
@Component
class RecordDialect extends AbstractProcessorDialect {

  private static final int PRECEDENCE = 1000;

  RecordDialect() {
    super("Records", null, PRECEDENCE);
  }

  @Override
  public Set<IProcessor> getProcessors(String prefix) {
    return Set.of(new Start());
  }

  private static final class Start extends AbstractTemplateBoundariesProcessor {

    private static final String EXPRESSIONS =
        ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;

    /** One for all, as expressions keep the accessor that served them. */
    private final PropertyAccessor records = new RecordAccessor();

    Start() {
      super(TemplateMode.HTML, PRECEDENCE);
    }

    @Override
    public void doProcessTemplateStart(
        ITemplateContext context,
        ITemplateStart start,
        ITemplateBoundariesStructureHandler structure) {
      if (context.getVariable(EXPRESSIONS) instanceof StandardEvaluationContext expressions
          && !expressions.getPropertyAccessors().contains(records)) {
        expressions.addPropertyAccessor(records);
      }
    }

    @Override
    public void doProcessTemplateEnd(
        ITemplateContext context,
        ITemplateEnd end,
        ITemplateBoundariesStructureHandler structure) {}
  }
}
