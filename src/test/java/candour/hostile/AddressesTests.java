package candour.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import candour.hostile.Scene.Case;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.platform.Site;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What browsers and strangers say of the address, beside its path: queries, cookies, hosts. */
@PortalTest
class AddressesTests {

  private static final String POLLUTED =
      "?id=a&id=b&page=-1&size=999999999999999999999&sort=%27%20OR%201=1--&after=-1&after=99999999999999999999"
          + "&show=OPEN&show=MINE&show[]=x&line=zz&code=a&code=b&item=a&item=b&lang=en&lang=%00&next=//evil.example";

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired People people;
  @Autowired Scene scene;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Site site;

  @Test
  void nothing_asked_for_twice_or_wrongly_is_a_fault_or_leads_elsewhere() {
    var at = scene.answered();
    var everybody =
        List.of(
            people.visitor(),
            at.requester(),
            people.signedIn(Role.SENIOR, Role.DISCLOSURES),
            people.signedIn(Role.ADMINISTRATOR),
            people.committee());
    for (var browser : everybody) {
      var standing = browser.standing();
      pages(at)
          .forEach(path -> {
            var page = standing.get(path + POLLUTED);
            assertThat(page.status()).as(path).isBetween(200, 499);
            assertThat(page.header("Location"))
                .as(path)
                .doesNotContain("evil")
                .matches("|/[^/\\\\].*|/");
          });
    }
  }

  private Stream<String> pages(Case at) {
    return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
        .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .flatMap(AddressPatterns::spelledOut)
        .filter(pattern -> !pattern.equals(Scene.EXIT))
        .map(at::at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/request/why",
        "/%5Cevil.example",
        "/\\evil.example",
        "/request/..%2F..%2Fevil.example",
        "/staff;jsessionid=0123/worklist",
        "/my-request;jsessionid=0123",
        "/staff/%2e%2e/my-request",
        "https://evil.example/staff"
      })
  void no_address_leads_elsewhere_or_carries_a_session(String path) throws IOException {
    var answer = raw("GET " + path + " HTTP/1.1", "Host: localhost");
    assertThat(status(answer)).isBetween(200, 499);
    assertThat(location(answer)).doesNotContain("evil", "jsessionid");
    assertThat(answer).doesNotContain("Set-Cookie: candour=");
  }

  @Test
  void a_forged_host_is_believed_nowhere() throws IOException {
    for (var path : List.of("/", "/staff/worklist", "/my-request", "/request/why", "/log")) {
      var answer =
          raw(
              "GET " + path + " HTTP/1.1",
              "Host: evil.example",
              "X-Forwarded-Host: evil.example",
              "Forwarded: host=evil.example");
      assertThat(status(answer)).isBetween(200, 499);
      assertThat(answer).as(path).doesNotContain("evil.example");
    }
    var email = UUID.randomUUID() + "@example.org";
    var visitor = people.visitor();
    new Asking(visitor, email).answerUntil("why");
    var token = visitor.get("/request/save").html().expectFirst("[name=_csrf]").val();
    var form =
        "_csrf=%s&email=%s"
            .formatted(
                URLEncoder.encode(token, StandardCharsets.UTF_8),
                URLEncoder.encode(email, StandardCharsets.UTF_8));
    var saved =
        raw(
            "POST /request/save HTTP/1.1",
            "Host: evil.example",
            "X-Forwarded-Host: evil.example",
            cookies(visitor),
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + form.length(),
            "\r\n" + form);
    assertThat(status(saved)).isEqualTo(302);
    assertThat(new PostRoom(jdbc, seals, samples).to(email).toString())
        .contains(site.link("/request/return/"))
        .doesNotContain("evil.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR 1=1--",
        "00000000-0000-4000-8000-000000000000",
        "AAAA",
        "%00%FF",
        "${7*7}",
        "../../etc/passwd",
        "-1"
      })
  void a_forged_cookie_is_nobodys(String value) throws IOException {
    var names =
        List.of(
            "candour",
            "candour-draft",
            "candour-browser",
            "candour-again-public",
            "candour-again-staff",
            "form",
            "lang");
    var all = names.stream().map(name -> name + "=" + value).collect(Collectors.joining("; "));
    for (var path :
        List.of("/", "/request/why", "/my-request", "/staff/worklist", "/request/sent")) {
      var answer = raw("GET " + path + " HTTP/1.1", "Host: localhost", "Cookie: " + all);
      assertThat(status(answer)).as(path).isBetween(200, 499);
      assertThat(answer).doesNotContain("Set-Cookie: candour=" + value);
    }
  }

  private static String cookies(Browser browser) {
    return browser.cookies().getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; ", "Cookie: ", ""));
  }

  /** Sends these lines as they stand, and returns the whole answer. */
  private String raw(String... lines) throws IOException {
    try (var socket = new Socket("localhost", people.port())) {
      socket.setSoTimeout(30_000);
      var head = Stream.of(lines).filter(line -> !line.startsWith("\r\n"));
      var body =
          Stream.of(lines).filter(line -> line.startsWith("\r\n")).findFirst().orElse("\r\n");
      var text = head.collect(Collectors.joining("\r\n")) + "\r\nConnection: close\r\n" + body;
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  private static String location(String answer) {
    return answer.lines().filter(line -> line.startsWith("Location:")).findFirst().orElse("");
  }
}
