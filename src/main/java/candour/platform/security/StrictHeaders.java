package candour.platform.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** What browsers may do with our pages, on every response, refusals and error pages included. */
@Configuration(proxyBeanMethods = false)
class StrictHeaders {

  /** Nothing inline, nothing from elsewhere, no frames (Content Security Policy Level 3). */
  static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
          + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'; require-trusted-types-for 'script'";

  private static final List<HeaderWriter> WRITERS =
      List.of(
          with("Content-Security-Policy", CONTENT),
          with("X-Content-Type-Options", "nosniff"),
          with("X-Frame-Options", "DENY"),
          with("Referrer-Policy", "same-origin"),
          with(
              "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
          with("Cross-Origin-Opener-Policy", "same-origin"),
          with("Cross-Origin-Resource-Policy", "same-origin"),
          with("Cache-Control", "no-store"),
          new HstsHeaderWriter());

  @Bean
  FilterRegistrationBean<HeaderWriterFilter> headers() {
    var filter = new HeaderWriterFilter(WRITERS);
    filter.setShouldWriteHeadersEagerly(true);
    var registration = new FilterRegistrationBean<>(filter);
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  private static HeaderWriter with(String name, String value) {
    return new StaticHeadersWriter(name, value);
  }
}
