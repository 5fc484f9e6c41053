package candour.ledger.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import candour.ledger.entries.Column;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.support.PortalTest;
import candour.support.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PortalTest
class DisclosurePagesTests {

  private static final String ROW =
      "HOME_OFFICE,NHS Digital,,HO_NHSD_MOU_2017,OVERSTAYED,yes,,WITHDRAWN,,,,2018-06-02,,";

  @Autowired WebApplicationContext context;
  @Autowired Samples samples;
  private MockMvc pages;

  @BeforeEach
  void sign_in() {
    pages = MockMvcBuilders.webAppContextSetup(context).build();
    var officer = samples.officer("Disclosures officer", Officer.Role.DISCLOSURES);
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(officer, "", "ROLE_DISCLOSURES"));
  }

  @AfterEach
  void sign_out() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void a_good_file_leads_to_its_rows_a_page_at_a_time_flagged_in_words() throws Exception {
    var name = "=2+5 <b>" + Identifiers.randomCode(8);
    var sent = send("good.csv", file((ROW + name + ",\n").repeat(120)));
    assertThat(sent.getStatus()).isEqualTo(302);
    var first = page(Objects.requireNonNull(sent.getRedirectedUrl()));
    assertThat(first.select("tbody tr")).hasSize(50);
    assertThat(first.expectFirst("tbody tr").text())
        .contains(name, "Outside the agreement", "The reason is not one that the agreement lists");
    var third = page(next(page(next(first))));
    assertThat(third.select("tbody tr")).hasSize(20);
    assertThat(third.select("a[rel=next]")).isEmpty();
    assertThat(page("/staff/disclosures").expectFirst("tbody tr").text())
        .contains("good.csv", "120");
  }

  @Test
  void a_bad_file_is_answered_line_by_line_in_both_languages() throws Exception {
    var bad = file(ROW + "Ann,\n" + ROW + ",\n");
    var english = send("bad.csv", bad);
    assertThat(english.getStatus()).isEqualTo(422);
    var page = Jsoup.parse(english.getContentAsString());
    assertThat(page.select(".govuk-error-summary").text()).contains("Nothing was taken");
    assertThat(page.expectFirst("table").select("tbody tr").eachText())
        .containsExactly("3 person_name is empty and must be filled in.");
    var welsh = response(multipart("/staff/disclosures/import?lang=cy").file(part("bad.csv", bad)));
    assertThat(welsh.getContentAsString()).contains("Mae person_name yn wag a rhaid ei lenwi.");
  }

  @Test
  void the_same_file_twice_is_answered_with_its_batch() throws Exception {
    var file = file(ROW + Identifiers.randomCode(12) + ",\n");
    var batch = Objects.requireNonNull(send("a.csv", file).getRedirectedUrl());
    var again = send("b.csv", file);
    assertThat(again.getStatus()).isEqualTo(409);
    assertThat(again.getContentAsString()).contains("taken in before", batch);
  }

  @Test
  void no_file_and_an_empty_one_are_asked_for_again() throws Exception {
    for (var sent :
        new MockHttpServletResponse[] {
          send("", new byte[0]), response(multipart("/staff/disclosures/import"))
        }) {
      assertThat(sent.getStatus()).isEqualTo(422);
      assertThat(sent.getContentAsString()).contains("Choose a file");
    }
  }

  @Test
  void the_example_is_a_file_that_can_be_taken() throws Exception {
    var example = response(get("/staff/disclosures/import/example.csv"));
    assertThat(example.getHeader("Content-Disposition")).contains("attachment");
    assertThat(send("example.csv", example.getContentAsByteArray()).getStatus()).isEqualTo(302);
  }

  @Test
  void every_column_is_explained() throws Exception {
    assertThat(page("/staff/disclosures/import").select("dt code").eachText())
        .isEqualTo(Column.headers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/staff/disclosures/00000000-0000-0000-0000-000000000000",
        "/staff/disclosures/nonsense"
      })
  void a_batch_that_is_not_there_is_not_found(String path) throws Exception {
    assertThat(response(get(path)).getStatus()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x.pdf", "a\u0000b.csv", "\ud800.csv", "=cmd|' /C calc'!A0.csv"})
  void a_strange_file_name_does_no_harm(String name) throws Exception {
    var sent = send(name, file(ROW + Identifiers.randomCode(12) + ",\n"));
    assertThat(sent.getStatus()).isEqualTo(302);
    assertThat(response(get(Objects.requireNonNull(sent.getRedirectedUrl()))).getStatus())
        .isEqualTo(200);
  }

  private static String next(Document page) {
    return page.select("a[rel=next]").attr("href");
  }

  private Document page(String path) throws Exception {
    var response = response(get(path));
    assertThat(response.getStatus()).isEqualTo(200);
    return Jsoup.parse(response.getContentAsString());
  }

  private MockHttpServletResponse send(String name, byte[] content) throws Exception {
    return response(multipart("/staff/disclosures/import").file(part(name, content)));
  }

  private static MockMultipartFile part(String name, byte[] content) {
    return new MockMultipartFile("file", name, "text/csv", content);
  }

  private MockHttpServletResponse response(AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    return pages.perform(request.characterEncoding("UTF-8")).andReturn().getResponse();
  }

  private static byte[] file(String rows) {
    return (String.join(",", Column.headers()) + "\n" + rows).getBytes(StandardCharsets.UTF_8);
  }
}
