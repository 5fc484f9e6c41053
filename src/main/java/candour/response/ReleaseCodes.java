package candour.response;

import candour.casework.CaseReference;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import candour.platform.Seals;
import candour.response.ResponseEvent.CodeIssued;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The codes that open answers; one at a time for each, and only its keyed hash is kept. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReleaseCodes {

  static final int MOST_TRIES = 5;
  static final int MOST_DOWNLOADS = 5;
  static final int MOST_A_DAY = 3;
  static final Duration LIFE = Duration.ofDays(30);

  /** A code that still opens. */
  record Live(UUID id, byte[] hash, int tries, int downloads, Instant expires) {

    int triesLeft() {
      return MOST_TRIES - tries;
    }

    int downloadsLeft() {
      return MOST_DOWNLOADS - downloads;
    }
  }

  private final JdbcClient jdbc;
  private final Seals seals;
  private final Days days;
  private final ApplicationEventPublisher events;

  ReleaseCodes(JdbcClient jdbc, Seals seals, Days days, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.days = days;
    this.events = events;
  }

  /** A new code for this answer; the one before no longer opens it. */
  ReleaseCode issue(CaseReference reference, UUID packId) {
    if (issuedInADay(packId) >= MOST_A_DAY) {
      throw new Refusal("too-many-codes");
    }
    jdbc.sql("update response.release_code set void = true where pack_id = :pack and not void")
        .param("pack", packId)
        .update();
    var id = Identifiers.next();
    var code = ReleaseCode.random();
    jdbc.sql(
            """
            insert into response.release_code (code_id, pack_id, case_id, code_hash, expires_at)
            values (:id, :pack, :case, :hash, :expires)
            """)
        .param("id", id)
        .param("pack", packId)
        .param("case", reference.value())
        .param("hash", hash(id, code))
        .param("expires", days.now().plus(LIFE).atOffset(ZoneOffset.UTC))
        .update();
    events.publishEvent(new CodeIssued(reference.value(), packId, id));
    return code;
  }

  private int issuedInADay(UUID packId) {
    return jdbc.sql(
            """
            select count(*) from response.release_code
            where pack_id = :pack and recorded_at > clock_timestamp() - interval '1 day'
            """)
        .param("pack", packId)
        .query(Integer.class)
        .single();
  }

  /** The code that opens this answer now, if there is one. */
  Optional<Live> live(UUID packId) {
    return jdbc.sql(
            """
            select c.*, (select count(*) from response.download d where d.code_id = c.code_id) as downloads
            from response.release_code c where c.pack_id = :pack and not c.void and c.expires_at > :now
            """)
        .param("pack", packId)
        .param("now", days.now().atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Live(
                row.getObject("code_id", UUID.class),
                row.getBytes("code_hash"),
                row.getInt("tries"),
                row.getInt("downloads"),
                row.getTimestamp("expires_at").toInstant()))
        .optional()
        .filter(live -> live.downloadsLeft() > 0);
  }

  boolean opens(Live live, ReleaseCode typed) {
    return MessageDigest.isEqual(live.hash(), hash(live.id(), typed));
  }

  /** Counts a wrong try and returns how many are left; the fifth makes the code void. */
  int tried(Live live) {
    var tries = live.tries() + 1;
    jdbc.sql("update response.release_code set tries = :tries, void = :void where code_id = :id")
        .param("tries", tries)
        .param("void", tries >= MOST_TRIES)
        .param("id", live.id())
        .update();
    return MOST_TRIES - tries;
  }

  /** Puts a download on record and returns its identifier. */
  UUID downloaded(CaseReference reference, UUID packId, Live live) {
    var id = Identifiers.next();
    jdbc.sql(
            """
            insert into response.download (download_id, pack_id, case_id, code_id, download_no, downloaded_at)
            values (:id, :pack, :case, :code, :number, :at)
            """)
        .param("id", id)
        .param("pack", packId)
        .param("case", reference.value())
        .param("code", live.id())
        .param("number", live.downloads() + 1)
        .param("at", days.now().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  /** When an answer was downloaded, in London, earliest first. */
  List<ZonedDateTime> downloads(UUID packId) {
    return jdbc.sql(
            "select recorded_at from response.download where pack_id = :pack order by recorded_at")
        .param("pack", packId)
        .query((row, _) -> row.getTimestamp("recorded_at").toInstant().atZone(Days.LONDON))
        .list();
  }

  private byte[] hash(UUID id, ReleaseCode code) {
    return seals.keyedHash("release code " + id, code.characters());
  }
}
