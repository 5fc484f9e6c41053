package candour.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting;
import candour.platform.Fact;
import candour.platform.Identifiers;
import candour.support.Browser;
import candour.support.People;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A committee's clerk draws summaries and checks them without trusting the portal. */
@LogTest
class SummariesPageTests {

  private static final String WORDS = "dice 6 1 4 4 2 3";

  record Approved(UUID caseId, String summary) implements Fact {
    @Override
    public String factClass() {
      return "test.happened";
    }

    @Override
    public String provision() {
      return "uk-gdpr-15-1-3";
    }
  }

  @Autowired LogBench bench;
  @Autowired People people;
  @Autowired Samples samples;
  @Autowired ApplicationEventPublisher facts;

  @Autowired
  @Qualifier("reportDataSource")
  HikariDataSource report;

  @TempDir Path folder;

  @Test
  void a_drawn_sample_is_shown_and_believed_and_a_forged_one_is_not() throws Exception {
    var summaries = "A <b>page</b> of \"notes\"\nthat says ŵyneb, tenant ";
    for (var i = 0; i < 4; i++) {
      approve(summaries + "abcd".charAt(i));
    }
    bench.run();
    var clerk = people.committee();
    var zip = save(clerk, "export.zip", "/log/export.zip");
    var size = clerk.get("/log/checkpoint").text().lines().skip(1).findFirst().orElseThrow();
    assertThat(clerk.get("/committee/summaries").heading())
        .isEqualTo("Summaries of decisions, drawn by lot");
    assertThat(clerk.page().text()).contains("value=\"" + size + "\"");
    var asked = "?size=" + size + "&many=100&words=" + WORDS.replace(' ', '+');
    assertThat(clerk.get("/committee/summaries/sample" + asked).text())
        .contains("A &lt;b&gt;page&lt;/b&gt; of", "ŵyneb, tenant d");

    var sample = save(clerk, "summaries.json", "/committee/summaries.json" + asked);
    var believed = LogBench.verify(zip.toString(), "--sample", sample.toString());
    assertThat(believed.words()).contains("the words draw: " + WORDS);
    assertThat(believed.code()).as(believed.words()).isZero();

    bench.forge(
        "audit.entry", "update audit.entry set summary = replace(summary, 'tenant', 'nobody')");
    try {
      var forged = save(clerk, "forged.json", "/committee/summaries.json" + asked);
      assertThat(LogBench.verify(zip.toString(), "--sample", forged.toString()).words())
          .contains("FAILED: this is not the summary that was approved");
    } finally {
      bench.forge(
          "audit.entry", "update audit.entry set summary = replace(summary, 'nobody', 'tenant')");
    }
  }

  @Test
  void what_cannot_be_drawn_by_is_said_beside_the_question() {
    approve("A page about how an operation is carried out.");
    bench.run();
    var clerk = people.committee();
    var page = clerk.get("/committee/summaries/sample?size=999999999&many=101&words=short").text();
    assertThat(page)
        .contains("The log was never signed with that number of entries")
        .contains("Enter how many summaries to draw, from 1 to 100")
        .contains("Enter words of your own: 8 to 200 letters");
    assertThat(clerk.get("/committee/summaries/sample?size=x&lang=cy").heading())
        .isEqualTo("Crynodebau o benderfyniadau, wedi’u tynnu ar hap");
    assertThat(clerk.page().html().select(".govuk-error-summary__list a").eachText())
        .containsExactly(
            "Rhowch faint o gofnodion sydd yn y log a gadwoch, er enghraifft 4711",
            "Rhowch eich geiriau eich hun: 8 i 200 o lythrennau, ffigurau a bylchau",
            "Rhowch faint o grynodebau i’w tynnu, o 1 i 100");
    assertThat(clerk.get("/committee/summaries.json?size=1&many=1&words=a%22b").status())
        .isEqualTo(404);
    assertThat(people.visitor().get("/committee/summaries").heading()).isEqualTo("Sign in");
  }

  @Test
  void whoever_reads_for_the_committee_sees_summaries_and_no_entry() {
    var jdbc = JdbcClient.create(report);
    assertThat(jdbc.sql("select * from audit.facts limit 1").query().listOfRows())
        .allSatisfy(row ->
            assertThat(row).containsOnlyKeys("leaf_index", "leaf", "provision", "day", "summary"));
    for (var table : new String[] {"entry", "opened", "leaf"}) {
      assertThatThrownBy(
              () -> jdbc.sql("select count(*) from audit." + table).query(Long.class).single())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private void approve(String summary) {
    samples.as(
        Acting.system(),
        () -> {
          facts.publishEvent(new Approved(Identifiers.unguessable(), summary));
          return true;
        });
  }

  private Path save(Browser browser, String name, String path) throws Exception {
    var page = browser.get(path);
    assertThat(page.status()).isEqualTo(200);
    return Files.write(folder.resolve(name), page.response().body());
  }
}
