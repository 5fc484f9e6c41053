package candour.bench;

import candour.platform.Acting;
import candour.platform.Home;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.RequestHolder;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Fills the portal with cases and the people who asked. */
@Component
@Profile("bench")
class Population {

  /** How often the ledger has each of the people whose status pages are read. */
  static final int DISCLOSURES = 20;

  private static final int OFFICERS = 20;
  private static final int HOLDERS = 8;

  private final Samples samples;
  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final Home home;
  private int cases;

  Population(Samples samples, JdbcClient jdbc, DataSource dataSource, Home home) {
    this.samples = samples;
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.home = home;
  }

  /** Officers to work on the cases, and room for the rows of the limit pages. */
  List<Officer> prepare() throws SQLException {
    try (var owner = owner()) {
      ScriptUtils.executeSqlScript(owner, new ClassPathResource("lines.sql", getClass()));
    }
    return IntStream.range(0, OFFICERS)
        .mapToObj(number -> samples.officer("Officer " + number, Role.CASEWORKER, Role.DISCLOSURES))
        .toList();
  }

  /** Adds cases until there are so many, and leaves the tables as autovacuum would. */
  void grow(int wanted) throws SQLException {
    samples.as(
        Acting.system(),
        () -> {
          set("bench.first", cases + 1);
          set("bench.last", wanted);
          set("bench.disclosures", DISCLOSURES);
          ScriptUtils.executeSqlScript(
              DataSourceUtils.getConnection(dataSource),
              new ClassPathResource("population.sql", getClass()));
          return wanted;
        });
    cases = wanted;
    try (var owner = owner();
        var statement = owner.createStatement()) {
      statement.execute("vacuum (analyze, skip_locked)");
    }
  }

  private void set(String name, int value) {
    jdbc.sql("select set_config(:name, :value, true)")
        .param("name", name)
        .param("value", Integer.toString(value))
        .query(String.class)
        .single();
  }

  /** Cases of all kinds, far apart. */
  List<UUID> cases(int count) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select case_id from casework.request order by case_id limit :count")
                .param("count", count)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
  }

  /** The people whom the ledger has often. */
  List<RequestHolder> holders() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    select case_id, subject_id, requester_id from casework.request
                    where number in (select 'SAR-0000-00' || i || '1' from generate_series(0, :last) i)
                    """)
                .param("last", HOLDERS - 1)
                .query((row, _) ->
                    new RequestHolder(
                        row.getObject("case_id", UUID.class),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("requester_id", UUID.class)))
                .list());
  }

  private Connection owner() throws SQLException {
    var url = dataSource.unwrap(HikariDataSource.class).getJdbcUrl();
    return DriverManager.getConnection(url, "candour_owner", home.secret("postgres-owner"));
  }
}
