package candour.identity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** For whom else a change of contact details counts, who are certainly the same person. */
@Repository
class Alike {

  private final JdbcClient jdbc;

  Alike(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets a change count for these too. */
  void add(UUID change, Collection<UUID> requesters) {
    if (!requesters.isEmpty()) {
      jdbc.sql(
              """
              insert into identity.contact_also (change_id, requester_id)
              select :change, unnest(cast(:requesters as uuid[]))
              """)
          .param("change", change)
          .param("requesters", requesters.stream().map(UUID::toString).toArray(String[]::new))
          .update();
    }
  }

  /** For whom else a change is to count. */
  List<UUID> of(UUID change) {
    return requesters("identity.contact_also", change);
  }

  /** Lets a change that takes effect now do so for this one too, if it may. */
  boolean takeEffect(UUID change, UUID requester) {
    return jdbc.sql("select identity.take_effect_too(:change, :requester)")
        .param("change", change)
        .param("requester", requester)
        .query(Boolean.class)
        .single();
  }

  /** For whom a change took effect. */
  List<UUID> changed(UUID change) {
    return requesters("identity.contact_changed", change);
  }

  private List<UUID> requesters(String table, UUID change) {
    return jdbc.sql("select requester_id from %s where change_id = :change".formatted(table))
        .param("change", change)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }
}
