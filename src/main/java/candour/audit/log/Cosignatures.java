package candour.audit.log;

import candour.audit.log.Witnesses.Known;
import candour.audit.merkle.CosignerKey.Cosignature;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What witnesses said of which checkpoint, and which checkpoints answers may rest on. */
@Repository
class Cosignatures {

  /** The largest tree that a witness has cosigned, and when by its own clock. */
  record Last(long size, Instant at) {}

  private final JdbcClient jdbc;
  private final Witnesses witnesses;

  Cosignatures(@Qualifier("sequencerDataSource") HikariDataSource sequencer, Witnesses witnesses) {
    this.jdbc = JdbcClient.create(sequencer);
    this.witnesses = witnesses;
  }

  /** Keeps a cosignature that was verified before; a second one over the same tree is let go. */
  void add(long size, Known witness, Cosignature cosignature) {
    jdbc.sql(
            """
            insert into audit.cosignature (size, vkey, line, witnessed_at) values (:size, :vkey, :line, :at)
            on conflict do nothing
            """)
        .param("size", size)
        .param("vkey", witness.key().vkey())
        .param("line", cosignature.line().toString())
        .param("at", cosignature.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Last> last(Known witness) {
    return jdbc.sql(
            """
            select size, witnessed_at from audit.cosignature where vkey = :vkey order by size desc limit 1
            """)
        .param("vkey", witness.key().vkey())
        .query((row, _) ->
            new Last(
                row.getLong("size"),
                row.getObject("witnessed_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Lets answers rest on the largest checkpoint that enough witnesses have cosigned. */
  void vouch() {
    jdbc.sql(
            """
            insert into audit.vouched (size, basis, quorum)
            select s.size, case when :quorum = 0 then 'SIGNATURE' else 'WITNESSES' end, :quorum
            from audit.signature s
            where s.size > (select coalesce(max(size), -1) from audit.vouched)
              and :quorum <= (select count(*) from audit.cosignature c
                where c.size = s.size and c.vkey = any(:vkeys))
            order by s.size desc limit 1 on conflict do nothing
            """)
        .param("quorum", witnesses.quorum())
        .param(
            "vkeys", witnesses.all().stream().map(each -> each.key().vkey()).toArray(String[]::new))
        .update();
  }

  /** The largest checkpoint signed before then on which the determination of some case waits. */
  Optional<Long> overdue(Instant then) {
    return jdbc.sql(
            """
            select max(s.size) from audit.signature s
            where s.signed_at < :then and exists (
              select from audit.leaf l join audit.entry e using (entry_id)
              where l.leaf_index >= (select coalesce(max(size), 0) from audit.vouched)
                and l.leaf_index < s.size and e.class like 'determination.%')
            having max(s.size) > (select coalesce(max(size), -1) from audit.vouched)
            """)
        .param("then", then.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getLong(1))
        .optional();
  }

  /** Lets answers rest on a checkpoint without the witnesses, for which that entry accounts. */
  void vouchWithout(long size, UUID exception) {
    jdbc.sql(
            """
            insert into audit.vouched (size, basis, quorum, entry_id)
            values (:size, 'MISSED', :quorum, :entry) on conflict do nothing
            """)
        .param("size", size)
        .param("quorum", witnesses.quorum())
        .param("entry", exception)
        .update();
  }
}
