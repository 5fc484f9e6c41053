package candour.platform.web;

import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Keeps the links of a page that is shown at another door behind that door: where the model has
 * {@code moved}, addresses under one path lead to the same under another. Gives files the version
 * of their content, and lets the addresses of pages be: to look for a file under each of them costs
 * more than the rest of a page, as what is not there is never cached.
 */
@Configuration(proxyBeanMethods = false)
class PageLinks {

  PageLinks(SpringTemplateEngine engine) {
    engine.setLinkBuilder(new FilesOnly());
  }

  private static final class FilesOnly extends StandardLinkBuilder {

    @Override
    protected String processLink(IExpressionContext context, String link) {
      if (context.getVariable("moved") instanceof Map<?, ?> moved) {
        return moved.entrySet().stream()
            .filter(way -> link.startsWith(way.getKey() + "/"))
            .findFirst()
            .map(way -> way.getValue() + link.substring(String.valueOf(way.getKey()).length()))
            .orElseGet(() -> withVersion(context, link));
      }
      return withVersion(context, link);
    }

    private String withVersion(IExpressionContext context, String link) {
      boolean file = link.indexOf('.', link.lastIndexOf('/') + 1) >= 0;
      return file ? super.processLink(context, link) : link;
    }
  }
}
