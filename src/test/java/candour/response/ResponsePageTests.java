package candour.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import candour.casework.CaseReference;
import candour.platform.Officer;
import candour.response.Answering.Three;
import candour.support.PortalTest;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The tab of a case on which three officers answer it. */
@PortalTest
class ResponsePageTests {

  @Autowired WebApplicationContext context;
  @Autowired Answering answering;

  private MockMvc pages;
  private Three by;

  @BeforeEach
  void officers() {
    pages = MockMvcBuilders.webAppContextSetup(context).build();
    by = answering.officers();
  }

  @AfterEach
  void sign_out() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void what_stands_in_the_way_is_said_with_the_place_where_it_is_cleared() throws Exception {
    var reference = answering.searched(by, 1).reference();
    signIn(by.caseworker());
    var page = page(reference, "");
    assertThat(page.text()).contains("The identity of the person has not been confirmed.");
    assertThat(page.select("main a").eachAttr("href"))
        .contains("/staff/cases/" + reference + "/identity");
    assertThat(page.select("main form")).isEmpty();
    assertThat(response(post(path(reference) + "/prepare")).getStatus()).isEqualTo(409);
    assertThat(page(reference, "?lang=cy").text())
        .contains("Nid yw hunaniaeth y person wedi’i chadarnhau.");
  }

  @Test
  void each_of_three_officers_finds_their_step_and_nobody_elses() throws Exception {
    var reference = answering.ready(by).reference();
    signIn(by.releaser());
    assertThat(page(reference, "").select("main form")).isEmpty();
    signIn(by.caseworker());
    step(page(reference, ""), "/prepare");
    assertThat(page(reference, "").text())
        .contains("Prepared", "Amara Okafor", "waits for approval");

    signIn(by.senior());
    var form = page(reference, "").expectFirst("form[action$=/approve]").attr("action");
    for (var reason : new String[] {"", "short", "x".repeat(4001), "x".repeat(100_000)}) {
      var refused = response(post(form).param("reason", reason));
      var again = Jsoup.parse(refused.getContentAsString());
      assertThat(again.select(".govuk-error-summary")).isNotEmpty();
      assertThat(again.expectFirst("textarea").wholeText().strip()).isEqualTo(reason);
    }
    assertThat(response(post(form).param("reason", Answering.REASON)).getStatus()).isEqualTo(302);
    var again = response(post(form).param("reason", "Words that took an hour."));
    assertThat(again.getStatus()).isEqualTo(409);
    assertThat(Jsoup.parse(again.getContentAsString()).text())
        .contains("This pack has been approved already", "What you wrote Words that took an hour.");

    signIn(by.releaser());
    step(page(reference, ""), "/release");
    answering.leave(UUID.fromString(form.replaceAll(".*/packs/([0-9a-f-]{36})/.*", "$1")));
    var answered = page(reference, "");
    assertThat(answered.text())
        .contains("The request was answered on", "Released", "Ines Duarte", Answering.REASON);
    assertThat(answered.select("main form")).isEmpty();
  }

  @Test
  void a_release_can_be_called_back_until_it_leaves_and_says_when() throws Exception {
    var reference = answering.ready(by).reference();
    var pack = answering.approved(reference, by);
    signIn(by.releaser());
    assertThat(page(reference, "").text()).contains("can be called back");
    answering.releaseForLater(reference, pack, by.releaser());
    signIn(by.caseworker());
    var page = page(reference, "");
    assertThat(page.text()).containsPattern("It leaves at \\d\\d:\\d\\d:\\d\\d");
    assertThat(page.select("main form")).hasSize(1);
    var form = page.expectFirst("form[action$=/recall]").attr("action");
    var short_ = Jsoup.parse(response(post(form).param("reason", "No")).getContentAsString());
    assertThat(short_.expectFirst("textarea").wholeText().strip()).isEqualTo("No");
    assertThat(response(post(form).param("reason", "A wrong page.")).getStatus()).isEqualTo(302);
    var recalled = page(reference, "");
    assertThat(recalled.text()).contains("Called back", "Amara Okafor", "A wrong page.");
    assertThat(recalled.select("form[action$=/recall], form[action$=/release]")).isEmpty();
    assertThat(recalled.select("form[action$=/prepare]")).hasSize(1);
  }

  @Test
  void the_pack_is_saved_not_shown_and_belongs_to_its_case() throws Exception {
    var reference = answering.ready(by).reference();
    var pack = answering.prepare(reference, by.caseworker());
    signIn(by.senior());
    var pdf = response(get(path(reference) + "/packs/" + pack + ".pdf"));
    assertThat(pdf.getHeader("Content-Disposition")).startsWith("attachment").contains(".pdf");
    assertThat(pdf.getHeaders("Content-Security-Policy")).contains("sandbox");
    assertThat(pdf.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(pdf.getContentAsByteArray())
        .isEqualTo(answering.pdf(reference, pack, by.caseworker()));
    var other = answering.ready(by).reference();
    assertThat(response(get(path(other) + "/packs/" + pack + ".pdf")).getStatus()).isEqualTo(404);
    assertThat(response(get(path(other) + "/packs/nonsense.pdf")).getStatus()).isEqualTo(404);
    assertThat(response(post(path(other) + "/packs/" + pack + "/release")).getStatus())
        .isEqualTo(404);
  }

  @Test
  void a_stale_pack_says_so_and_offers_no_step() throws Exception {
    var searched = answering.ready(by);
    answering.prepare(searched.reference(), by.caseworker());
    var record = answering.collect(searched, by, "More", "B");
    answering.withhold(searched, by, record.id(), 1, Answering.THIRD_PARTY);
    signIn(by.senior());
    var page = page(searched.reference(), "");
    assertThat(page.text()).contains("The case has changed since this pack was prepared.");
    assertThat(page.select("form[action$=/approve]")).isEmpty();
    assertThat(page.select("form[action$=/prepare]")).hasSize(1);
  }

  private void step(Document page, String step) throws Exception {
    var action = page.expectFirst("form[action$=" + step + "]").attr("action");
    assertThat(response(post(action)).getStatus()).isEqualTo(302);
  }

  private static void signIn(Officer officer) {
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(officer, ""));
  }

  private static String path(CaseReference reference) {
    return "/staff/cases/" + reference + "/response";
  }

  private Document page(CaseReference reference, String query) throws Exception {
    var response = response(get(path(reference) + query));
    assertThat(response.getStatus()).isEqualTo(200);
    return Jsoup.parse(response.getContentAsString());
  }

  private MockHttpServletResponse response(AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    return pages.perform(request.characterEncoding("UTF-8")).andReturn().getResponse();
  }
}
