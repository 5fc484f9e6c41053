package candour.platform.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** A form bound to a record: what was sent comes back, and what was wrong with it is said. */
class FormTests {

  record Birth(@Nullable String day, @Nullable String month, @Nullable String year) {}

  record About(
      @Nullable String name, Birth born, @Nullable String contact, List<String> languages) {}

  private static final String PAGE =
      """
      <th:block th:replace="~{layouts/public :: page(title='About you', content=~{::content})}">
      <th:block th:fragment="content">
        <form method="post" th:object="${about}">
          <govuk:input name="name" label="Name" hint="As on your passport"/>
          <govuk:date-input name="born" fieldset.legend="Born"/>
          <govuk:radios name="contact" fieldset.legend="Contact">
            <govuk:radio value="post" text="Post"/>
            <govuk:radio value="email" text="Email"><govuk:input name="name" id="again" label="Again"/></govuk:radio>
          </govuk:radios>
          <govuk:checkboxes name="languages" fieldset.legend="Languages" hint="All you speak">
            <govuk:checkbox th:each="it : ${ {'en', 'cy'} }" value="${it}" text="${it}"/>
          </govuk:checkboxes>
        </form>
      </th:block>
      </th:block>
      """;

  private static final About ABOUT =
      new About("A <b> ${1+1}", new Birth("31", "2", "1980"), "email", List.of("cy"));

  private final Templates templates = new Templates("govuk", "layouts");

  @Test
  void shows_what_was_sent_exactly_as_it_was_sent() {
    var page = render(new BeanPropertyBindingResult(ABOUT, "about"), Locale.UK);
    assertThat(page.select("#name").val()).isEqualTo("A <b> ${1+1}");
    assertThat(page.select("#born-day").val()).isEqualTo("31");
    assertThat(page.select("[name=born.year]").val()).isEqualTo("1980");
    assertThat(page.select("input[type=radio][checked]").eachAttr("value"))
        .containsExactly("email");
    assertThat(page.select("input[type=checkbox][checked]").eachAttr("value"))
        .containsExactly("cy");
  }

  @Test
  void a_form_without_errors_has_no_summary() {
    var page = render(new BeanPropertyBindingResult(ABOUT, "about"), Locale.UK);
    assertThat(page.select(".govuk-error-summary, .govuk-error-message")).isEmpty();
    assertThat(page.title()).isEqualTo("About you – Candour");
  }

  @Test
  void lists_the_errors_in_the_order_of_the_fields_and_links_to_them() {
    var page = render(faulty(), Locale.UK);
    var links = page.select("main .govuk-error-summary__list a");
    assertThat(links.eachText()).containsExactly("Enter your name", "Real date", "Choose one");
    assertThat(links.eachAttr("href")).containsExactly("#name", "#born-day", "#contact");
    assertThat(links.eachAttr("href")).allSatisfy(it -> assertThat(page.select(it)).hasSize(1));
  }

  @Test
  void says_the_error_at_the_field_and_in_the_title() {
    var page = render(faulty(), Locale.UK);
    assertThat(page.select("#name-error").text()).isEqualTo("Error: Enter your name");
    assertThat(page.select("#name").attr("aria-describedby")).isEqualTo("name-hint name-error");
    assertThat(page.select("#born-error").text()).isEqualTo("Error: Real date");
    assertThat(page.title()).isEqualTo("Error: About you – Candour");
    assertThat(render(faulty(), Locale.of("cy")).title()).isEqualTo("Gwall: About you – Candour");
  }

  @Test
  void a_question_inside_an_answer_has_nothing_of_the_question_around_it() {
    var inner = render(new BeanPropertyBindingResult(ABOUT, "about"), Locale.UK).select("#again");
    assertThat(inner.attr("aria-describedby")).isEmpty();
    assertThat(inner.parents().select(".govuk-radios__conditional")).hasSize(1);
  }

  private static BindingResult faulty() {
    var errors = new BeanPropertyBindingResult(ABOUT, "about");
    errors.addError(new FieldError("about", "contact", "Choose one"));
    errors.addError(new FieldError("about", "born", "Real date"));
    errors.addError(new FieldError("about", "name", "Enter your name"));
    return errors;
  }

  private Document render(BindingResult errors, Locale locale) {
    return templates.render(
        PAGE, Map.of("about", ABOUT, BindingResult.MODEL_KEY_PREFIX + "about", errors), locale);
  }
}
