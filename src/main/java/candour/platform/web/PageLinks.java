package candour.platform.web;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Gives files the version of their content, and lets the addresses of pages be: to look for a file
 * under each of them costs more than the rest of a page, as what is not there is never cached.
 */
@Configuration(proxyBeanMethods = false)
class PageLinks {

  PageLinks(SpringTemplateEngine engine) {
    engine.setLinkBuilder(new FilesOnly());
  }

  private static final class FilesOnly extends StandardLinkBuilder {

    @Override
    protected String processLink(IExpressionContext context, String link) {
      boolean file = link.indexOf('.', link.lastIndexOf('/') + 1) >= 0;
      return file ? super.processLink(context, link) : link;
    }
  }
}
