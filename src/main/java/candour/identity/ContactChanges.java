package candour.identity;

import candour.identity.ContactChange.Cause;
import candour.identity.ContactChange.Check;
import candour.identity.ContactChange.ConfirmBy;
import candour.identity.ContactChange.End;
import candour.identity.ContactChange.How;
import candour.platform.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of how people are reached; rows are added and none changes. */
@Repository
class ContactChanges {

  static final int GUESSES = 5;

  private static final String CHANGE =
      """
      select c.*, k.how, k.words, k.officer_id as checker_id, k.checked_on, e.cause, e.ended_at,
        o.name as officer_name, coalesce(p.name, '') as checker_name, q.name as ender_name
      from identity.contact_change c
      left join identity.contact_check k using (change_id)
      left join identity.contact_end e using (change_id)
      left join platform.officer o on o.officer_id = c.officer_id
      left join platform.officer p on p.officer_id = k.officer_id
      left join platform.officer q on q.officer_id = e.officer_id
      """;

  private final JdbcClient jdbc;

  ContactChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void mind(UUID requester, Precautions precautions) {
    jdbc.sql(
            """
            insert into identity.safe_contact (safe_contact_id, requester_id, words, no_letters,
              no_calls, no_messages, word)
            values (:id, :requester, :words, :noLetters, :noCalls, :noMessages, :word)
            """)
        .param("id", Identifiers.next())
        .param("requester", requester)
        .param("words", precautions.words())
        .param("noLetters", precautions.noLetters())
        .param("noCalls", precautions.noCalls())
        .param("noMessages", precautions.noMessages())
        .param("word", precautions.word())
        .update();
  }

  void add(
      ContactChange change, byte[] tokenHash, byte @Nullable [] codeHash, @Nullable UUID officer) {
    var ways = change.ways();
    jdbc.sql(
            """
            insert into identity.contact_change (change_id, requester_id, email, phone, postal_address,
              letters_to, confirm_by, token_hash, code_hash, officer_id, asked_at, expires_at)
            values (:id, :requester, :email, :phone, :address, :lettersTo, :by, :token, :code, :officer,
              :asked, :expires)
            """)
        .param("id", change.id())
        .param("requester", change.requesterId())
        .param("email", ways.email())
        .param("phone", ways.phone())
        .param("address", ways.postalAddress())
        .param("lettersTo", ways.lettersTo())
        .param("by", change.confirmBy().name())
        .param("token", tokenHash)
        .param("code", codeHash)
        .param("officer", officer)
        .param("asked", change.askedAt().atOffset(ZoneOffset.UTC))
        .param("expires", change.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void check(UUID change, How how, String words, UUID officer, LocalDate on) {
    jdbc.sql(
            """
            insert into identity.contact_check (change_id, how, words, officer_id, checked_on)
            values (:change, :how, :words, :officer, :on)
            """)
        .param("change", change)
        .param("how", how.name())
        .param("words", words)
        .param("officer", officer)
        .param("on", on)
        .update();
  }

  /**
   * What a change ends by.
   *
   * @param token hash of what stands in the link
   * @param code hash of what stands in the letter
   */
  record Ending(
      Cause cause,
      byte @Nullable [] token,
      byte @Nullable [] code,
      @Nullable UUID checkedBy,
      @Nullable UUID officer) {}

  /** False where it had ended before. */
  boolean end(UUID change, Ending by, Instant at) {
    return jdbc.sql(
                """
                insert into identity.contact_end (change_id, cause, token_hash, code_hash, checked_by,
                  officer_id, ended_at)
                values (:change, :cause, :token, :code, :checkedBy, :officer, :at)
                on conflict do nothing
                """)
            .param("change", change)
            .param("cause", by.cause().name())
            .param("token", by.token())
            .param("code", by.code())
            .param("checkedBy", by.checkedBy())
            .param("officer", by.officer())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Puts a wrong guess on record, and returns how many are left. */
  int guessed(UUID change) {
    return jdbc.sql(
            """
            insert into identity.contact_guess (change_id, guess_no)
            select :change, 1 + count(*) from identity.contact_guess where change_id = :change
            on conflict do nothing
            returning :most - guess_no
            """)
        .param("change", change)
        .param("most", GUESSES)
        .query((row, _) -> row.getInt(1))
        .optional()
        .orElse(1);
  }

  boolean isCode(UUID change, byte[] codeHash) {
    return jdbc.sql(
            """
            select exists (select from identity.contact_change
              where change_id = :change and code_hash = :code)
            """)
        .param("change", change)
        .param("code", codeHash)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /**
   * Theirs, and those of another request of theirs that took effect for this one, or have not ended
   * and are to; the latest first.
   */
  List<ContactChange> of(UUID requester) {
    return jdbc.sql(
            CHANGE
                + """
                where c.requester_id = :requester
                  or c.change_id in (select change_id from identity.contact_changed where requester_id = :requester)
                  or e.change_id is null
                    and c.change_id in (select change_id from identity.contact_also where requester_id = :requester)
                order by c.recorded_at desc
                """)
        .param("requester", requester)
        .query((row, _) -> change(row))
        .list();
  }

  Optional<ContactChange> byToken(byte[] tokenHash) {
    return jdbc.sql(CHANGE + "where c.token_hash = :token")
        .param("token", tokenHash)
        .query((row, _) -> change(row))
        .optional();
  }

  private static ContactChange change(ResultSet row) throws SQLException {
    return new ContactChange(
        row.getObject("change_id", UUID.class),
        row.getObject("requester_id", UUID.class),
        new Ways(
            row.getString("email"),
            row.getString("phone"),
            row.getString("postal_address"),
            row.getString("letters_to")),
        ConfirmBy.valueOf(row.getString("confirm_by")),
        row.getString("officer_name"),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        check(row),
        end(row));
  }

  private static @Nullable Check check(ResultSet row) throws SQLException {
    var how = row.getString("how");
    return how == null
        ? null
        : new Check(
            How.valueOf(how),
            row.getString("words"),
            row.getObject("checker_id", UUID.class),
            row.getString("checker_name"),
            row.getObject("checked_on", LocalDate.class));
  }

  private static @Nullable End end(ResultSet row) throws SQLException {
    var cause = row.getString("cause");
    return cause == null
        ? null
        : new End(
            Cause.valueOf(cause),
            row.getString("ender_name"),
            row.getTimestamp("ended_at").toInstant());
  }
}
