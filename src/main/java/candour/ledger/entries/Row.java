package candour.ledger.entries;

import candour.identity.Names;
import candour.ledger.Asked;
import candour.ledger.Asked.LastResort;
import candour.ledger.DisclosureOutcome;
import candour.ledger.DisclosureOutcome.NotTraced;
import candour.ledger.DisclosureOutcome.Rejected;
import candour.ledger.DisclosureOutcome.Traced;
import candour.ledger.DisclosureOutcome.Withdrawn;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed row of a file, whatever an agreement says to it.
 *
 * @param agreementId a known agreement; null if the ask named none
 * @param personBorn as it was written; perhaps blank
 */
public record Row(
    @Nullable String agreementId,
    Asked asked,
    DisclosureOutcome outcome,
    String personName,
    String personBorn) {

  /** What names are compared by. */
  public String nameKey() {
    return Names.key(personName);
  }

  /** The row as it stands in a file; blank where it says nothing. */
  public String cell(Column column) {
    return switch (column) {
      case ASKED_BY -> asked.by().name();
      case ASKED_OF -> asked.of();
      case REQUESTER_ROLE -> asked.role();
      case AGREEMENT -> agreementId == null ? "" : agreementId;
      case REASON_CODE -> asked.reasonCode();
      case LAST_RESORT -> asked.lastResort() == LastResort.SOURCES_TRIED ? "yes" : "no";
      case LAST_RESORT_EXCEPTION -> exception(asked.lastResort());
      case OUTCOME -> outcomeWord();
      case TRACE_DETAIL ->
          outcome instanceof Traced it && it.detail() != null ? it.detail().name() : "";
      case REJECTION_REASON -> outcome instanceof Rejected it ? it.reason().name() : "";
      case DATA_ITEMS -> outcome instanceof Traced it ? items(it) : "";
      case REQUESTED_ON -> asked.on().toString();
      case DISCLOSED_ON -> outcome instanceof Traced it ? it.disclosedOn().toString() : "";
      case PERSON_NAME -> personName;
      case PERSON_BORN -> personBorn;
    };
  }

  private String outcomeWord() {
    return switch (outcome) {
      case Traced _ -> "APPROVED_TRACE";
      case NotTraced _ -> "APPROVED_NO_TRACE";
      case Rejected _ -> "REJECTED";
      case Withdrawn _ -> "WITHDRAWN";
    };
  }

  private static String exception(LastResort lastResort) {
    return switch (lastResort) {
      case SOURCES_TRIED, NOT_SHOWN -> "";
      case RISK_TO_PUBLIC, WELFARE_CONCERN -> lastResort.name();
    };
  }

  private static String items(Traced traced) {
    return traced.items().stream().sorted().map(Enum::name).collect(Collectors.joining(";"));
  }
}
