package candour.requester;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Seals;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever must not be seen asking can leave at once. */
@PortalTest
class ExitTests {

  private static final String ELSEWHERE = "https://www.bbc.co.uk/weather";

  @Autowired People people;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;

  @Test
  void every_page_of_asking_has_a_way_out_that_needs_no_script() {
    var visitor = people.visitor();
    new Asking(visitor, "w@example.org")
        .looking(page -> assertThat(wayOut(page)).isEqualTo(ELSEWHERE))
        .answerAll();
    assertThat(visitor.get("/request/why?lang=cy").html().select(".govuk-exit-this-page").text())
        .contains("Gadael y dudalen hon");
    assertThat(visitor.get("/privacy").html().select(".govuk-exit-this-page")).isEmpty();
    assertThat(visitor.get("/staff/sign-in").html().select(".govuk-exit-this-page")).isEmpty();
  }

  @Test
  void whoever_leaves_their_own_request_is_signed_out_on_the_way() throws Exception {
    var requester = signedIn();
    assertThat(wayOut(requester.get("/my-request"))).isEqualTo("/exit");
    var left = requester.standing().get("/exit");
    assertThat(left.status()).isEqualTo(302);
    assertThat(left.header("Location")).isEqualTo(ELSEWHERE);
    assertThat(requester.get("/my-request").path()).isEqualTo("/my-request/link");
  }

  @Test
  void another_site_that_leads_there_signs_nobody_out() throws Exception {
    var requester = signedIn();
    var client = HttpClient.newBuilder().cookieHandler(requester.cookies()).build();
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + people.port() + "/exit"))
            .header("Sec-Fetch-Site", "cross-site")
            .build();
    assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(302);
    assertThat(requester.get("/my-request").path()).isEqualTo("/my-request");
  }

  private Browser signedIn() {
    var email = UUID.randomUUID() + "@example.org";
    var requester = people.visitor();
    new Asking(requester, email).send();
    requester.get(new PostRoom(jdbc, seals, samples).link(email));
    requester.submit("main form", Map.of());
    return requester;
  }

  private static String wayOut(Browser.Page page) {
    var button = page.html().expectFirst(".govuk-exit-this-page a[role=button]").attr("href");
    assertThat(page.html().select("body > nav a.govuk-js-exit-this-page-skiplink").attr("href"))
        .isEqualTo(button);
    return button;
  }
}
