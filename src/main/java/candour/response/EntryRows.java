package candour.response;

import candour.casework.CaseReference;
import candour.exemptions.Reliance;
import candour.platform.Identifiers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is decided on entries of the ledger; rows are added, and the newest of an entry counts. */
@Repository
class EntryRows {

  /** In which case, why, by the reliance's name, and how much of an entry is kept back. */
  record Kept(CaseReference in, UUID basis, EntryExtent extent) {}

  private final JdbcClient jdbc;

  EntryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is kept whole from the person of this case, on each ground that keeps it. */
  List<WithheldEntry> withheld(CaseReference reference) {
    return kept(reference).stream().filter(it -> it.extent() == EntryExtent.WHOLE).toList();
  }

  /**
   * What is kept from the person of this case, whole or in part, on each ground that keeps it; in
   * one statement, so that no change in between shows more than was ever to be shown.
   */
  List<WithheldEntry> kept(CaseReference reference) {
    return jdbc.sql(
            """
            select entry, ground, 'WHOLE', told from response.withheld_entries(:case)
            union all select entry, ground, 'GENERAL', true from response.generalised_entries(:case)
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new WithheldEntry(
                row.getObject(1, UUID.class),
                row.getString(2),
                EntryExtent.valueOf(row.getString(3)),
                row.getBoolean(4)))
        .list();
  }

  /** The entries that were decided on in the case after this moment. */
  Set<UUID> decidedSince(CaseReference reference, Instant moment) {
    return jdbc.sql(
            "select entry_id from response.entry_decision where case_id = :case and recorded_at > :moment")
        .param("case", reference.value())
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getObject(1, UUID.class))
        .set();
  }

  /** The reliances on which entries are kept back now by what was decided in the case. */
  Set<UUID> bases(CaseReference reference) {
    return jdbc.sql(
            """
            select reliance_id from (
              select distinct on (entry_id) entry_id, reliance_id from response.entry_decision where case_id = :case
              order by entry_id, recorded_at desc, decision_id desc) newest
            where reliance_id is not null
            """)
        .param("case", reference.value())
        .query((row, _) -> row.getObject(1, UUID.class))
        .set();
  }

  /** How the entry is kept from the person, in whichever of their cases; none where it is not. */
  Optional<Kept> kept(CaseReference reference, UUID entry) {
    return jdbc.sql("select in_case, reliance, extent from response.kept_on(:case, :entry)")
        .param("case", reference.value())
        .param("entry", entry)
        .query((row, _) ->
            new Kept(
                new CaseReference(row.getObject(1, UUID.class)),
                row.getObject(2, UUID.class),
                EntryExtent.valueOf(row.getString(3))))
        .optional();
  }

  /** Keeps it back to that extent on that ground or, where there is neither, shows it. */
  void add(
      CaseReference reference,
      UUID entry,
      @Nullable Reliance because,
      @Nullable EntryExtent extent,
      UUID officer,
      LocalDate on) {
    jdbc.sql(
            """
            insert into response.entry_decision (decision_id, case_id, entry_id, reliance_id, ground, extent, decided_by, decided_on)
            values (:id, :case, :entry, :reliance, :ground, :extent, :by, :on)
            """)
        .param("id", Identifiers.next())
        .param("case", reference.value())
        .param("entry", entry)
        .param("reliance", because == null ? null : because.id())
        .param("ground", because == null ? null : because.code())
        .param("extent", extent == null ? null : extent.name())
        .param("by", officer)
        .param("on", on)
        .update();
  }
}
