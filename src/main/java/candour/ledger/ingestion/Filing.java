package candour.ledger.ingestion;

import candour.audit.RunningRoot;
import candour.ledger.FileProblem;
import candour.ledger.PolicyDecision;
import candour.ledger.SharingAgreement;
import candour.ledger.entries.Entry;
import candour.ledger.entries.Row;
import candour.platform.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A second reading, which files the rows a thousand at a time. */
final class Filing implements DisclosureFile.Reading {

  private static final int AT_ONCE = 1_000;

  private final Map<String, SharingAgreement> agreements;
  private final Consumer<List<Entry>> store;
  private final RunningRoot root = new RunningRoot();
  private final List<Entry> waiting = new ArrayList<>(AT_ONCE);
  private int rows;
  private int flagged;

  Filing(Map<String, SharingAgreement> agreements, Consumer<List<Entry>> store) {
    this.agreements = agreements;
    this.store = store;
  }

  @Override
  public void row(Row row) {
    var agreement = row.agreementId() == null ? null : agreements.get(row.agreementId());
    var decision = PolicyDecision.on(agreement, row.asked(), row.outcome());
    var entry = new Entry(Identifiers.next(), ++rows, row, decision);
    flagged += entry.isOutOfAgreement() ? 1 : 0;
    root.add(entry.canonical());
    waiting.add(entry);
    if (waiting.size() == AT_ONCE) {
      flush();
    }
  }

  /** Stores what is still waiting. */
  void flush() {
    if (!waiting.isEmpty()) {
      store.accept(List.copyOf(waiting));
      waiting.clear();
    }
  }

  @Override
  public boolean problem(FileProblem problem) {
    throw new IllegalStateException("The file changed while it was read: " + problem);
  }

  int rows() {
    return rows;
  }

  int flagged() {
    return flagged;
  }

  byte[] root() {
    return root.root();
  }
}
