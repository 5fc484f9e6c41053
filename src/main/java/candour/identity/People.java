package candour.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Data subjects and requesters, each as they described themselves. */
@Repository
class People {

  /** Who they are, and how they are reached now. */
  private static final String REQUESTER =
      """
      select r.subject_id, r.capacity, r.full_name, r.relation, r.firm, r.regulator,
        r.regulator_number, r.language, r.identity_routes, r.identity_papers, r.referee_name,
        r.referee_reach, r.identity_words, c.*
      from identity.requester r join identity.contact c using (requester_id)
      """;

  private final JdbcClient jdbc;

  People(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(DataSubject subject) {
    var born = subject.born();
    jdbc.sql(
            """
            insert into identity.data_subject (subject_id, full_name, name_key, other_names,
              birth_year, birth_month, birth_day, birth_approximate, birth_words)
            values (:id, :name, :key, :others, :year, :month, :day, :about, :words)
            """)
        .param("id", subject.id())
        .param("name", subject.fullName())
        .param("key", Names.key(subject.fullName()))
        .param("others", subject.otherNames())
        .param("year", born.year())
        .param("month", born.month() == null ? null : born.month().getValue())
        .param("day", born.day())
        .param("about", born.approximate())
        .param("words", born.words() == null ? "" : born.words())
        .update();
  }

  void add(Requester requester) {
    var who = requester.representative();
    jdbc.sql(
            """
            insert into identity.requester (requester_id, subject_id, capacity, full_name, relation,
              firm, regulator, regulator_number, email, phone, postal_address, letters_to, language,
              identity_routes, identity_papers, referee_name, referee_reach, identity_words)
            values (:id, :subject, :capacity, :name, :relation, :firm, :regulator, :number, :email,
              :phone, :address, :lettersTo, :language, :routes, :papers, :referee, :refereeReach,
              :words)
            """)
        .param("id", requester.id())
        .param("subject", requester.subjectId())
        .param("capacity", requester.capacity().name())
        .param("name", who == null ? "" : who.fullName())
        .param("relation", who == null ? "" : who.relation())
        .param("firm", who == null ? "" : who.firm())
        .param("regulator", who == null || who.regulator() == null ? null : who.regulator().name())
        .param("number", who == null ? "" : who.regulatorNumber())
        .param("email", requester.email())
        .param("phone", requester.phone())
        .param("address", requester.postalAddress())
        .param("lettersTo", requester.precautions().lettersTo())
        .param("language", requester.language().getLanguage())
        .param("routes", names(requester.showing().routes()))
        .param("papers", names(requester.showing().papers()))
        .param("referee", requester.showing().referee())
        .param("refereeReach", requester.showing().refereeReach())
        .param("words", requester.showing().words())
        .update();
  }

  DataSubject subject(UUID id) {
    return jdbc.sql("select * from identity.data_subject where subject_id = :id")
        .param("id", id)
        .query((row, _) -> subject(row))
        .single();
  }

  Map<UUID, DataSubject> subjectsOf(Collection<UUID> requesters) {
    var subjects = new HashMap<UUID, DataSubject>();
    jdbc.sql(
            """
            select r.requester_id, s.* from identity.requester r join identity.data_subject s using (subject_id)
            where r.requester_id = any(:requesters)
            """)
        .param("requesters", requesters.toArray(UUID[]::new))
        .query(row -> {
          subjects.put(row.getObject("requester_id", UUID.class), subject(row));
        });
    return Map.copyOf(subjects);
  }

  List<DataSubject> subjectsNamed(String name) {
    return jdbc.sql("select * from identity.data_subject where name_key = :key order by subject_id")
        .param("key", Names.key(name))
        .query((row, _) -> subject(row))
        .list();
  }

  List<DataSubject> confirmed(Collection<String> nameKeys) {
    if (nameKeys.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select s.* from identity.data_subject s
            where s.name_key in (:keys) and exists (
              select from identity.verification v
              where v.subject_id = s.subject_id and v.accepted and not exists (
                select from identity.verification later
                where later.occasion_id = v.occasion_id and later.recorded_at > v.recorded_at
                  and not later.accepted))
            order by s.subject_id
            """)
        .param("keys", nameKeys)
        .query((row, _) -> subject(row))
        .list();
  }

  Requester requester(UUID id) {
    return jdbc.sql(REQUESTER + "where r.requester_id = :id")
        .param("id", id)
        .query((row, _) -> requester(row))
        .single();
  }

  List<Requester> reachedAt(String email) {
    return jdbc.sql(
            REQUESTER
                + "where requester_id in (select identity.reached_at(:email)) order by r.recorded_at, requester_id")
        .param("email", email)
        .query((row, _) -> requester(row))
        .list();
  }

  private static DataSubject subject(ResultSet row) throws SQLException {
    return new DataSubject(
        row.getObject("subject_id", UUID.class),
        row.getString("full_name"),
        row.getString("other_names"),
        DateColumns.read(row, "birth_", row.getString("birth_words")));
  }

  private static Requester requester(ResultSet row) throws SQLException {
    return new Requester(
        row.getObject("requester_id", UUID.class),
        row.getObject("subject_id", UUID.class),
        representative(row),
        row.getString("email"),
        row.getString("phone"),
        row.getString("postal_address"),
        Locale.of(row.getString("language")),
        new Showing(
            chosen(row, "identity_routes", IdentityRoute::valueOf),
            chosen(row, "identity_papers", Paper::valueOf),
            row.getString("referee_name"),
            row.getString("referee_reach"),
            row.getString("identity_words")),
        precautions(row));
  }

  private static <E> Set<E> chosen(ResultSet row, String column, Function<String, E> named)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(named)
        .collect(Collectors.toSet());
  }

  private static String[] names(Set<? extends Enum<?>> chosen) {
    return chosen.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static Precautions precautions(ResultSet row) throws SQLException {
    return new Precautions(
        row.getString("safe_words"),
        row.getBoolean("no_letters"),
        row.getString("letters_to"),
        row.getBoolean("no_calls"),
        row.getBoolean("no_messages"),
        row.getString("word"));
  }

  static @Nullable Representative representative(ResultSet row) throws SQLException {
    var capacity = Capacity.valueOf(row.getString("capacity"));
    var regulator = row.getString("regulator");
    return capacity == Capacity.SELF
        ? null
        : new Representative(
            capacity,
            row.getString("full_name"),
            row.getString("relation"),
            row.getString("firm"),
            regulator == null ? null : Regulator.valueOf(regulator),
            row.getString("regulator_number"));
  }
}
