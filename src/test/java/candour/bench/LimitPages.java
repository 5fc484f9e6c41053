package candour.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The least that a page can do on these foundations: the portal's security chains and sessions, one
 * query without row-level security, and a template without layout, form or message.
 */
@Controller
@Profile("bench")
class LimitPages {

  private static final String LINES =
      "select case_id, number, name, received_on, due_on, stage, officer from bench.line ";

  private final JdbcClient jdbc;

  LimitPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row as the template shows it. */
  record Line(
      String href,
      String number,
      String name,
      String received,
      String due,
      String stage,
      String officer) {}

  @GetMapping(path = "/bench/constant", produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  String constant() {
    return "<!DOCTYPE html><title>Constant</title>";
  }

  @GetMapping({"/staff/bench/rows", "/my-request/bench/rows"})
  String rows(@RequestParam int count, Model model) {
    model.addAttribute(
        "rows",
        jdbc.sql(LINES + "order by due_on, case_id limit :count")
            .param("count", count)
            .query(LimitPages::line)
            .list());
    return "bench/rows";
  }

  @GetMapping("/staff/bench/row/{id}")
  String row(@PathVariable UUID id, Model model) {
    model.addAttribute(
        "rows",
        jdbc.sql(LINES + "where case_id = :id").param("id", id).query(LimitPages::line).list());
    return "bench/rows";
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        "/staff/cases/" + row.getString("case_id"),
        row.getString("number"),
        row.getString("name"),
        row.getString("received_on"),
        row.getString("due_on"),
        row.getString("stage"),
        row.getString("officer"));
  }
}
