package candour.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.support.Browser.Page;
import candour.support.PortalTest;
import candour.support.Samples;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every form that anybody is offered, found in the portal itself, sent with anything in it. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class FormsTests {

  private static final String PRODUCT = "102949249";
  private static final String LONG = "x".repeat(100_000);
  private static final String WORDS = Scene.WHO + " said so, in words that are long enough.";

  private static final List<String> HOSTILE =
      List.of(
          LONG,
          "a\0b",
          "\\uD800 \\u0000 %00",
          "' OR 1=1--",
          "${13*7919173} #{13*7919173} *{13*7919173}",
          "__${T(java.lang.Runtime)}__::x",
          "[[${13*7919173}]] __${13*7919173}__ ~{::x} redirect:/x",
          "\"><svg onload=alert(1)><script>alert(1)</script>",
          "cod\u202Efdp.exe",
          "=cmd|' /C calc'!A0",
          "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
          "x\r\nBcc: y@example.org\r\nINFO approved ${jndi:ldap://x}",
          "999999999999999999999");

  /** Where each apart would be tried too often. */
  private static final String AT_ONCE = String.join(" ", HOSTILE.subList(2, 11));

  /** Instead of what is offered: all at once, and apart what harms only where it stands alone. */
  private static final List<String> CHOSEN =
      Stream.concat(Stream.of(AT_ONCE), IntStream.of(4, 5, 9, 11, 12).mapToObj(HOSTILE::get))
          .toList();

  /** Slowed down after a few tries, so that they are tried once. */
  private static final Set<String> THROTTLED =
      Set.of(
          "/staff/sign-in",
          "/committee/sign-in",
          "/staff/enrol",
          "/committee/enrol",
          "/my-request/link");

  private static final List<String> FORGED =
      List.of(
          "kind",
          "state",
          "approver",
          "decidedAt",
          "stage",
          "status",
          "caseId",
          "case_id",
          "allocatedTo",
          "preparedBy",
          "approvedBy",
          "proposedBy",
          "decidedBy",
          "releasedBy",
          "by",
          "officer",
          "subjectId",
          "requesterId",
          "version",
          "decidedOn",
          "dueOn",
          "receivedOn",
          "guarded",
          "class.module.name");

  @Autowired Forms offered;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  private final String forged = UUID.randomUUID().toString();
  private final List<String> complaints = new ArrayList<>();

  @Test
  void nothing_typed_or_forged_does_harm(CapturedOutput output) {
    var forms = offered.all();
    assertThat(forms.keySet()).as("forms found").containsAll(offered.expected());
    forms.values().forEach(this::typeEverywhere);
    forms.values().forEach(this::typeOneByOne);
    forms.values().forEach(this::chooseOneByOne);
    assertThat(complaints).isEmpty();
    assertThat(tablesThatHold(forged)).isEmpty();
    LoggerFactory.getLogger(getClass()).warn("The log is being read");
    assertThat(output.getAll())
        .contains("The log is being read")
        .doesNotContain(Scene.WHO, "alert(1)", "INFO approved", "@example.org");
  }

  private void typeEverywhere(Form form) {
    if (form.typed().isEmpty()) {
      return;
    }
    for (var text : THROTTLED.contains(form.action()) ? HOSTILE.subList(12, 13) : HOSTILE) {
      send(form, form.filled(_ -> text));
    }
    var name = URLEncoder.encode(form.typed().iterator().next(), StandardCharsets.UTF_8);
    var half = name + "=%ED%A0%80";
    var page =
        form.by()
            .post(
                form.action() + (form.action().contains("?") ? "&" : "?") + half,
                form.filled(_ -> WORDS));
    complainUnless(page.status() >= 400 && page.status() < 500, form, page, half);
  }

  private void typeOneByOne(Form form) {
    if (THROTTLED.contains(form.action())) {
      return;
    }
    for (var name : form.typed()) {
      for (var text : List.of(AT_ONCE, LONG)) {
        send(form, form.filled(field -> field.equals(name) ? text : plain(field)));
      }
    }
  }

  private void chooseOneByOne(Form form) {
    if (THROTTLED.contains(form.action())) {
      return;
    }
    for (var name : form.given()) {
      // What the form offers comes last: it may do what the form is for, and leave nothing to try.
      Stream.of(CHOSEN.stream(), Stream.of(forged), form.choices(name).stream().limit(8))
          .flatMap(each -> each)
          .forEach(choice -> {
            var fields = form.filled(FormsTests::plain);
            fields.put(name, choice);
            send(form, fields);
          });
      var alone = form.filled(_ -> "");
      alone.put(name, "NO_SUCH");
      send(form, alone);
    }
    send(form, form.filled(FormsTests::plain));
  }

  private void send(Form form, Map<String, Object> fields) {
    var all = new LinkedHashMap<>(fields);
    FORGED.forEach(name -> all.putIfAbsent(name, forged));
    var page = form.send(all);
    complainUnless(page.status() < 500, form, page, "a fault");
    if (!page.header("Content-Type").startsWith("text/html")) {
      return;
    }
    var html = page.html();
    complainUnless(!page.text().contains(PRODUCT), form, page, "evaluated");
    complainUnless(
        html.select("[onload], [onerror], script:not([src])").isEmpty(), form, page, "not escaped");
    complainUnless(
        Stream.of("alert", Scene.WHO).noneMatch(page.response().uri().toString()::contains),
        form,
        page,
        "typed text in address");
    // More than the portal takes at all is refused before any form sees it.
    if (page.status() != 413 && page.status() >= 400) {
      kept(form, fields, page);
    }
  }

  /** What was typed is there again; a form that is offered no longer need not show it. */
  private void kept(Form form, Map<String, Object> fields, Page page) {
    var again = form.again(page);
    var lost =
        form.typed().stream()
            .filter(name -> again.isEmpty() || !again.get().shows(name, typed(fields, name)))
            .toList();
    complainUnless(
        lost.isEmpty() || form.again(form.by().get(form.page())).isEmpty(),
        form,
        page,
        "lost " + lost);
  }

  private static String typed(Map<String, Object> fields, String name) {
    return String.valueOf(fields.get(name)).replace("\r\n", "\n").replace('\0', '\uFFFD');
  }

  private static String plain(String field) {
    return switch (field.substring(field.lastIndexOf('.') + 1)) {
      case "day", "month" -> "1";
      case "year" -> "2027";
      case "email" -> "somebody@example.org";
      case "username" -> "somebody-" + UUID.randomUUID().toString().substring(0, 8);
      default -> WORDS;
    };
  }

  private void complainUnless(boolean good, Form form, Page page, String what) {
    if (!good) {
      complaints.add("%s at %s: %d %s".formatted(form.action(), form.page(), page.status(), what));
    }
  }

  /** Every table with this text anywhere in it. */
  private List<String> tablesThatHold(String text) {
    return samples.as(
        Acting.system(),
        () -> {
          var tables =
              jdbc.sql(
                      """
                      select format('%I.%I', table_schema, table_name) from information_schema.tables
                      where table_schema not in ('pg_catalog', 'information_schema')
                        and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')
                      """)
                  .query((row, _) -> row.getString(1))
                  .list();
          assertThat(tables).hasSizeGreaterThan(30);
          return tables.stream()
              .filter(table ->
                  jdbc.sql(
                          "select exists (select from "
                              + table
                              + " t where strpos(t::text, ?) > 0)")
                      .param(text)
                      .query(Boolean.class)
                      .single())
              .toList();
        });
  }
}
