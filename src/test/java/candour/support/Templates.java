package candour.support;

import candour.platform.govuk.GovukDialect;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** Renders templates as the portal does, without the portal. */
public final class Templates {

  private static final String TEXT = "text-";

  private final GenericWebApplicationContext context =
      new GenericWebApplicationContext(new MockServletContext());
  private final SpringTemplateEngine files = new SpringTemplateEngine();
  private final ThymeleafViewResolver views = new ThymeleafViewResolver();

  public Templates(String... bundles) {
    context.registerBean(
        "messageSource", ReloadableResourceBundleMessageSource.class, () -> messages(bundles));
    context.refresh();
    var resolver = new SpringResourceTemplateResolver();
    resolver.setApplicationContext(context);
    resolver.setPrefix("classpath:/templates/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCheckExistence(true);
    resolver.setOrder(1);
    files.addTemplateResolver(resolver);
    files.addTemplateResolver(new Texts());
    files.addDialect(new GovukDialect());
    files.setTemplateEngineMessageSource(context);
    views.setApplicationContext(context);
    views.setTemplateEngine(files);
    views.setCharacterEncoding("UTF-8");
  }

  /** The text of a template, or of the template file of that name, rendered and parsed. */
  public Document render(String template, Map<String, ?> model, Locale locale) {
    var request = new MockHttpServletRequest(context.getServletContext());
    request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
    request.setAttribute(
        DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new FixedLocaleResolver(locale));
    var response = new MockHttpServletResponse();
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    LocaleContextHolder.setLocale(locale);
    try {
      Objects.requireNonNull(views.resolveViewName(name(template), locale))
          .render(model, request, response);
      return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  private static ReloadableResourceBundleMessageSource messages(String... areas) {
    var messages = new ReloadableResourceBundleMessageSource();
    for (var area : areas) {
      messages.addBasenames("classpath:templates/" + area + "/messages");
    }
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  /** A view's name may not be a template's text: {@code ::} has a meaning in it. */
  private static String name(String template) {
    return template.startsWith("<")
        ? TEXT + HexFormat.of().formatHex(template.getBytes(StandardCharsets.UTF_8))
        : template;
  }

  private static final class Texts extends StringTemplateResolver {

    Texts() {
      setOrder(2);
    }

    @Override
    protected ITemplateResource computeTemplateResource(
        IEngineConfiguration configuration,
        @Nullable String owner,
        String name,
        @Nullable Map<String, Object> attributes) {
      var text = HexFormat.of().parseHex(name.substring(TEXT.length()));
      return new StringTemplateResource(new String(text, StandardCharsets.UTF_8));
    }
  }
}
