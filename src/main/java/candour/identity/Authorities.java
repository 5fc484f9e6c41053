package candour.identity;

import candour.identity.AuthorityOnRecord.Cause;
import candour.identity.AuthorityOnRecord.Told;
import candour.identity.AuthorityToAct.ChildsWord;
import candour.platform.Identifiers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What representatives claim to be allowed, what officers made of it, and how it ended. */
@Repository
class Authorities {

  private final JdbcClient jdbc;

  Authorities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Requester representative, AuthorityToAct authority) {
    var child = authority.child();
    var reach = authority.reach();
    jdbc.sql(
            """
            insert into identity.authority (authority_id, requester_id, capacity, basis, words, scope,
              starts_on, ends_on, child_understanding, child_twelve_in_scotland, child_words,
              subject_email, subject_phone, subject_address, subject_words)
            values (:id, :requester, :capacity, :basis, :words, :scope, :starts, :ends,
              :understanding, :twelve, :childWords, lower(:email), :phone, :address, :reachWords)
            """)
        .param("id", authority.id())
        .param("requester", representative.id())
        .param("capacity", representative.capacity().name())
        .param("basis", authority.basis().name())
        .param("words", authority.words())
        .param("scope", authority.scope().name())
        .param("starts", authority.startsOn())
        .param("ends", authority.endsOn())
        .param("understanding", understanding(child))
        .param("twelve", child == null ? null : child.twelveInScotland())
        .param("childWords", child == null ? "" : child.words())
        .param("email", reach.email())
        .param("phone", reach.phone())
        .param("address", reach.postalAddress())
        .param("reachWords", reach.words())
        .update();
  }

  private static @Nullable String understanding(@Nullable ChildsWord child) {
    return child == null ? null : child.understanding().name();
  }

  void told(UUID authorityId, byte[] tokenHash, Told told) {
    jdbc.sql(
            """
            insert into identity.authority_notice (authority_id, token_hash, told_at, free_at)
            values (:authority, :hash, :told, :free)
            """)
        .param("authority", authorityId)
        .param("hash", tokenHash)
        .param("told", told.at().atOffset(ZoneOffset.UTC))
        .param("free", told.freeAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  UUID rule(AuthorityOnRecord record, AuthorityRuling ruling) {
    var id = Identifiers.next();
    jdbc.sql(
            """
            insert into identity.authority_ruling (ruling_id, authority_id, capacity, accepted,
              register_checked, reason, officer_id, ruled_on)
            values (:id, :authority, :capacity, :accepted, :checked, :reason, :officer, :on)
            """)
        .param("id", id)
        .param("authority", record.authority().id())
        .param("capacity", record.capacity().name())
        .param("accepted", ruling.accepted())
        .param("checked", ruling.registerChecked())
        .param("reason", ruling.reason())
        .param("officer", ruling.officerId())
        .param("on", ruling.on())
        .update();
    return id;
  }

  /** False where it had ended before. */
  boolean end(UUID authorityId, Cause cause, String words, @Nullable UUID officer, LocalDate on) {
    return jdbc.sql(
                """
                insert into identity.authority_end (authority_id, cause, words, officer_id, ended_on)
                values (:authority, :cause, :words, :officer, :on)
                on conflict do nothing
                """)
            .param("authority", authorityId)
            .param("cause", cause.name())
            .param("words", words)
            .param("officer", officer)
            .param("on", on)
            .update()
        == 1;
  }

  boolean mayAct(UUID requesterId, LocalDate today) {
    return jdbc.sql("select identity.may_act(:requester, :today)")
        .param("requester", requesterId)
        .param("today", today)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  boolean mayReceive(UUID requesterId, Instant now) {
    return jdbc.sql("select identity.may_receive(:requester, :now)")
        .param("requester", requesterId)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /** Whom that link, sent to the person themselves, is about. */
  Optional<UUID> toldBy(byte[] tokenHash) {
    return jdbc.sql(
            """
            select a.requester_id from identity.authority_notice n
            join identity.authority a using (authority_id) where n.token_hash = :hash
            """)
        .param("hash", tokenHash)
        .query((row, _) -> row.getObject(1, UUID.class))
        .optional();
  }
}
