package candour.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Languages, and what every request is checked for. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final LanguageChoice language;

  WebConfiguration(LanguageChoice language) {
    this.language = language;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new ErrorsOnly()).addPathPatterns("/error");
    interceptors.addInterceptor(language);
    interceptors.addInterceptor(new RefusedForms());
  }

  /**
   * One bundle in each folder of templates, beside the pages whose words it holds; this source
   * keeps them all as one, where others look through bundle after bundle for each word.
   */
  @Bean
  static MessageSource messageSource() throws IOException {
    var messages = new ReloadableResourceBundleMessageSource();
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    Arrays.stream(
            new PathMatchingResourcePatternResolver()
                .getResources("classpath*:/templates/*/messages.properties"))
        .map(WebConfiguration::basename)
        .forEach(messages::addBasenames);
    return messages;
  }

  private static String basename(Resource bundle) {
    try {
      var address = bundle.getURL().getPath();
      return "classpath:"
          + address.substring(address.lastIndexOf("templates/")).replace(".properties", "");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
