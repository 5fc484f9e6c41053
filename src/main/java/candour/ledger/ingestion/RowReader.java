package candour.ledger.ingestion;

import candour.identity.Names;
import candour.ledger.Asked;
import candour.ledger.Asked.LastResort;
import candour.ledger.AskedBy;
import candour.ledger.DataItem;
import candour.ledger.DisclosureOutcome;
import candour.ledger.DisclosureOutcome.NotTraced;
import candour.ledger.DisclosureOutcome.Rejected;
import candour.ledger.DisclosureOutcome.RejectionReason;
import candour.ledger.DisclosureOutcome.TraceDetail;
import candour.ledger.DisclosureOutcome.Traced;
import candour.ledger.DisclosureOutcome.Withdrawn;
import candour.ledger.FileProblem.Kind;
import candour.ledger.entries.Column;
import candour.ledger.entries.Row;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a line of cells as a row, or says why it is none. */
final class RowReader {

  private static final Pattern REASON_CODE = Pattern.compile("[A-Z0-9_]{2,60}");

  private final Set<String> agreements;
  private final LocalDate today;

  /**
   * @param agreements the ids of those that are known
   * @param today in London
   */
  RowReader(Set<String> agreements, LocalDate today) {
    this.agreements = agreements;
    this.today = today;
  }

  Row read(List<String> line) throws Malformed {
    var cells = new Cells(line, today);
    var asked = asked(cells);
    var outcome = outcome(cells);
    if (outcome instanceof Traced traced && traced.disclosedOn().isBefore(asked.on())) {
      throw new Malformed(Kind.DISCLOSED_BEFORE_ASKED);
    }
    var name = cells.required(Column.PERSON_NAME);
    if (Names.key(name).isEmpty()) {
      throw new Malformed(Kind.NO_NAME, name);
    }
    return new Row(agreement(cells), asked, outcome, name, cells.text(Column.PERSON_BORN));
  }

  private @Nullable String agreement(Cells cells) throws Malformed {
    var id = cells.text(Column.AGREEMENT);
    if (!id.isEmpty() && !agreements.contains(id)) {
      throw new Malformed(Kind.NO_SUCH_AGREEMENT, id);
    }
    return id.isEmpty() ? null : id;
  }

  private static Asked asked(Cells cells) throws Malformed {
    var reason = cells.required(Column.REASON_CODE);
    if (!REASON_CODE.matcher(reason).matches()) {
      throw new Malformed(Kind.REASON_CODE, reason);
    }
    return new Asked(
        cells.word(Column.ASKED_BY, AskedBy.class),
        cells.required(Column.ASKED_OF),
        cells.text(Column.REQUESTER_ROLE),
        reason,
        lastResort(cells),
        cells.day(Column.REQUESTED_ON));
  }

  private static LastResort lastResort(Cells cells) throws Malformed {
    return switch (cells.required(Column.LAST_RESORT)) {
      case "yes" -> {
        if (!cells.text(Column.LAST_RESORT_EXCEPTION).isEmpty()) {
          throw new Malformed(Kind.EXCEPTION_BESIDE_LAST_RESORT);
        }
        yield LastResort.SOURCES_TRIED;
      }
      case "no" -> exception(cells.wordIfAny(Column.LAST_RESORT_EXCEPTION, Exceptional.class));
      case String other ->
          throw new Malformed(Kind.UNKNOWN_WORD, Column.LAST_RESORT.header(), other);
    };
  }

  /** The words of the file for what stands in for the last resort. */
  private enum Exceptional {
    RISK_TO_PUBLIC,
    WELFARE_CONCERN
  }

  private static LastResort exception(@Nullable Exceptional exception) {
    return switch (exception) {
      case RISK_TO_PUBLIC -> LastResort.RISK_TO_PUBLIC;
      case WELFARE_CONCERN -> LastResort.WELFARE_CONCERN;
      case null -> LastResort.NOT_SHOWN;
    };
  }

  /** The words of the file for what came of an ask. */
  private enum Came {
    REJECTED,
    APPROVED_TRACE,
    APPROVED_NO_TRACE,
    WITHDRAWN
  }

  private static DisclosureOutcome outcome(Cells cells) throws Malformed {
    var came = cells.word(Column.OUTCOME, Came.class);
    if (came != Came.REJECTED) {
      cells.blank(Column.REJECTION_REASON);
    }
    if (came != Came.APPROVED_TRACE) {
      cells.blank(Column.TRACE_DETAIL);
      cells.blank(Column.DATA_ITEMS);
      cells.blank(Column.DISCLOSED_ON);
    }
    return switch (came) {
      case REJECTED -> new Rejected(cells.word(Column.REJECTION_REASON, RejectionReason.class));
      case APPROVED_TRACE ->
          new Traced(
              cells.wordIfAny(Column.TRACE_DETAIL, TraceDetail.class),
              items(cells.required(Column.DATA_ITEMS)),
              cells.day(Column.DISCLOSED_ON));
      case APPROVED_NO_TRACE -> new NotTraced();
      case WITHDRAWN -> new Withdrawn();
    };
  }

  private static Set<DataItem> items(String listed) throws Malformed {
    var items = EnumSet.noneOf(DataItem.class);
    for (var word : listed.split(";", -1)) {
      if (word.strip().startsWith("CLINICAL")) {
        throw new Malformed(Kind.CLINICAL);
      }
      items.add(Cells.word(Column.DATA_ITEMS, word.strip(), DataItem.class));
    }
    return items;
  }
}
