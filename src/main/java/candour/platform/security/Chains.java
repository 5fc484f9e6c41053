package candour.platform.security;

import static candour.platform.Officer.Role.ADMINISTRATOR;
import static candour.platform.Officer.Role.CASEWORKER;
import static candour.platform.Officer.Role.DISCLOSURES;
import static candour.platform.Officer.Role.RELEASER;
import static candour.platform.Officer.Role.SENIOR;

import candour.platform.ExpectedUploads;
import candour.platform.Officer.Role;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;

/** Who may open which page: one chain for staff, one for committees, one for everybody else. */
@Configuration(proxyBeanMethods = false)
class Chains {

  static final String COMMITTEE_ROLE = "COMMITTEE";
  private static final String REQUESTER_ROLE = "REQUESTER";

  @Bean
  @Order(1)
  SecurityFilterChain staff(
      HttpSecurity http, CookieCsrfTokenRepository tokens, KeptForms kept, KeptFiles files) {
    var officers = Factors.passwordAndCode();
    return at(Door.STAFF, "/staff", "/staff/sign-in", http, tokens, kept)
        .addFilterBefore(new UploadsFromSignedIn(kept::knows), CsrfFilter.class)
        .addFilterAfter(new KeptFilesReturned(kept, files), AuthorizationFilter.class)
        .securityMatcher("/staff/**")
        .authorizeHttpRequests(pages ->
            pages
                .requestMatchers("/staff/sign-in", "/staff/code", "/staff/enrol/**")
                .permitAll()
                .requestMatchers("/staff", "/staff/kept", "/staff/stay")
                .access(officers.hasAnyRole(names(Role.values())))
                .requestMatchers("/staff/accounts/**", "/staff/witnesses/**")
                .access(officers.hasRole(ADMINISTRATOR.name()))
                .requestMatchers("/staff/disclosures/**")
                .access(officers.hasRole(DISCLOSURES.name()))
                .requestMatchers("/staff/letters/**")
                .access(officers.hasAnyRole(names(CASEWORKER, RELEASER, SENIOR)))
                .anyRequest()
                .access(officers.hasAnyRole(names(CASEWORKER, SENIOR, RELEASER, DISCLOSURES))))
        .exceptionHandling(denied ->
            denied
                .authenticationEntryPoint(to("/staff/sign-in", kept))
                .defaultDeniedHandlerForMissingAuthority(to("/staff/code", kept), Factors.TOTP)
                .defaultDeniedHandlerForMissingAuthority(
                    to("/staff/sign-in", kept), Factors.PASSWORD))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain committee(
      HttpSecurity http, CookieCsrfTokenRepository tokens, KeptForms kept, KeptFiles files) {
    var members = Factors.passwordAndCode();
    return at(Door.COMMITTEE, "/committee", "/committee/sign-in", http, tokens, kept)
        .addFilterBefore(new UploadsFromSignedIn(kept::knows), CsrfFilter.class)
        .addFilterAfter(new KeptFilesReturned(kept, files), AuthorizationFilter.class)
        .securityMatcher("/committee/**")
        .authorizeHttpRequests(pages ->
            pages
                .requestMatchers("/committee/sign-in", "/committee/code", "/committee/enrol/**")
                .permitAll()
                .anyRequest()
                .access(members.hasRole(COMMITTEE_ROLE)))
        .exceptionHandling(denied ->
            denied
                .authenticationEntryPoint(to("/committee/sign-in", kept))
                .defaultDeniedHandlerForMissingAuthority(to("/committee/code", kept), Factors.TOTP)
                .defaultDeniedHandlerForMissingAuthority(
                    to("/committee/sign-in", kept), Factors.PASSWORD))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain everybody(
      HttpSecurity http,
      CookieCsrfTokenRepository tokens,
      KeptForms kept,
      KeptFiles files,
      ObjectProvider<ExpectedUploads> asked) {
    var holders = Factors.link();
    ExpectedUploads fromAsked =
        request -> kept.knows(request) || asked.orderedStream().anyMatch(it -> it.expects(request));
    return at(Door.PUBLIC, "/my-request", "/", http, tokens, kept)
        .addFilterBefore(new UploadsFromSignedIn(fromAsked), CsrfFilter.class)
        .addFilterAfter(new KeptFilesReturned(kept, files), AuthorizationFilter.class)
        .authorizeHttpRequests(pages ->
            pages
                .requestMatchers("/my-request/link/**", "/my-request/open/**")
                .permitAll()
                .requestMatchers("/my-request/**")
                .access(holders.hasRole(REQUESTER_ROLE))
                .anyRequest()
                .permitAll())
        .exceptionHandling(denied ->
            denied
                .authenticationEntryPoint(to("/my-request/link", kept))
                .defaultDeniedHandlerForMissingAuthority(to("/my-request/link", kept), Factors.LINK)
                .defaultDeniedHandlerForMissingAuthority(
                    to("/my-request/link", kept), Factors.HERE))
        .build();
  }

  /** As it stands: what somebody makes up may decode to what no database takes. */
  @Bean
  DefaultCookieSerializerCustomizer plainSessionIds() {
    return cookie -> cookie.setUseBase64Encoding(false);
  }

  /** In a cookie, so that pages for people who are not signed in need no session. */
  @Bean
  CookieCsrfTokenRepository formTokens(
      @Value("${server.servlet.session.cookie.secure}") boolean secure) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(secure ? "__Host-form" : "form");
    tokens.setCookieCustomizer(
        cookie -> cookie.path("/").secure(secure).httpOnly(true).sameSite("Lax"));
    return tokens;
  }

  /** What the doors have in common. Headers are written for every response by StrictHeaders. */
  private static HttpSecurity at(
      Door door,
      String path,
      String afterwards,
      HttpSecurity http,
      CookieCsrfTokenRepository tokens,
      KeptForms kept) {
    return http.securityContext(context -> context.securityContextRepository(door.contexts()))
        .csrf(forms -> forms.csrfTokenRepository(tokens))
        .headers(headers -> headers.disable())
        .requestCache(cache -> cache.disable())
        .sessionManagement(sessions -> sessions.disable())
        .logout(out ->
            out.logoutUrl(path + "/sign-out")
                .addLogoutHandler((request, response, _) -> kept.forget(door, request, response))
                .addLogoutHandler((request, response, _) -> door.close(request, response))
                .addLogoutHandler(
                    new HeaderWriterLogoutHandler(
                        new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
                .invalidateHttpSession(false)
                .logoutSuccessUrl(afterwards));
  }

  /** Whoever has to sign in first finds what they sent again afterwards, and is told so. */
  private static AuthenticationEntryPoint to(String page, KeptForms kept) {
    return (request, response, _) -> {
      response.sendRedirect(page + (kept.keep(Door.of(request), request) ? "?kept" : ""));
    };
  }

  private static String[] names(Role... roles) {
    return Stream.of(roles).map(Role::name).toArray(String[]::new);
  }
}
