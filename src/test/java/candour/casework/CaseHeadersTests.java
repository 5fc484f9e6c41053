package candour.casework;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.PartialDate;
import candour.identity.Requester;
import candour.identity.Showing;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;

@PortalTest
class CaseHeadersTests {

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Identity identity;
  @Autowired CaseHeaders headers;
  @Autowired MovableClock time;

  /** A page of a case, and one that is not. */
  @Controller
  static class Pages {

    @GetMapping({"/staff/cases/{reference}/somewhere", "/elsewhere/{reference}", "/nowhere"})
    String page() {
      return "a-view";
    }
  }

  @Test
  void every_page_of_a_case_has_its_header_in_the_readers_language() throws Exception {
    time.set(Instant.parse("2026-11-02T12:00:00Z"));
    var reference = samples.guardedCase();
    var header = requireNonNull(header("/staff/cases/" + reference + "/somewhere", Locale.UK));
    assertThat(header.reference()).isEqualTo(reference);
    assertThat(header.guarded()).isTrue();
    assertThat(header.name()).isEqualTo("Beryl Constance Campbell");
    assertThat(header.dueWords()).isEqualTo("Answer due by 2 December 2026");
    time.set(Instant.parse("2026-12-03T12:00:00Z"));
    var late = requireNonNull(header("/staff/cases/" + reference + "/somewhere", Locale.of("cy")));
    assertThat(late.dueWords()).isEqualTo("Roedd yr ateb i’w roi erbyn 2 Rhagfyr 2026");
    assertThat(header("/elsewhere/" + reference, Locale.UK)).isNull();
    assertThat(header("/nowhere", Locale.UK)).isNull();
  }

  @Test
  void other_names_that_are_not_what_they_look_like_are_warned_of_each_by_itself()
      throws Exception {
    assertThat(mind("Beryl Grant")).isEmpty();
    assertThat(mind("\u041d\u043e\u043d\u0430 Grant")).hasSize(1);
    assertThat(mind("Nona\n\u041d\u043e\u043d\u0430; Ann Lee")).isEmpty();
    assertThat(mind("Ann Lee, Beryl Gr\u0430nt"))
        .singleElement()
        .asString()
        .startsWith("Compare their other names letter by letter.");
  }

  private List<String> mind(String otherNames) throws Exception {
    var subject = DataSubject.named("Beryl Constance Campbell", otherNames, PartialDate.of(1956));
    var asker =
        Requester.about(subject, "beryl@example.org", null, null, Locale.ENGLISH, Showing.NOT_SAID);
    var reference =
        samples.as(
            Acting.visitor(Identifiers.next()),
            () ->
                casework
                    .open(Samples.request(identity.register(subject, asker), Purpose.APPLICATION))
                    .reference());
    return requireNonNull(header("/staff/cases/" + reference + "/somewhere", Locale.UK)).mind();
  }

  private @Nullable CaseHeader header(String path, Locale locale) throws Exception {
    var mvc = MockMvcBuilders.standaloneSetup(new Pages()).setControllerAdvice(headers).build();
    var result =
        Acting.system().callChecked(() -> mvc.perform(get(path).locale(locale)).andReturn());
    var model = result.getModelAndView();
    return model == null ? null : (CaseHeader) model.getModel().get("caseHeader");
  }
}
