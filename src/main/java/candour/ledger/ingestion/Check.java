package candour.ledger.ingestion;

import candour.ledger.FileProblem;
import candour.ledger.entries.Row;
import java.util.ArrayList;
import java.util.List;

/** A first reading, for what is wrong alone. */
final class Check implements DisclosureFile.Reading {

  private static final int MOST_PROBLEMS = 100;

  private final List<FileProblem> problems = new ArrayList<>();

  List<FileProblem> problems() {
    return problems;
  }

  @Override
  public void row(Row row) {}

  @Override
  public boolean problem(FileProblem problem) {
    problems.add(problem);
    return problems.size() < MOST_PROBLEMS;
  }
}
