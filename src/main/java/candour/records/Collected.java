package candour.records;

import candour.intake.IntakeResult.Reason;

/** What became of an uploaded file. */
public sealed interface Collected {

  record Added(RecordId id, int pages) implements Collected {}

  record Refused(Reason reason, String fileName) implements Collected {}
}
