package candour.ledger.ingestion;

import candour.platform.Days;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * A file as it was taken in.
 *
 * @param flagged how many of its rows no agreement covered
 * @param takenAt by the database's clock
 * @param takenBy the officer's name
 */
record Batch(UUID id, String fileName, int rows, int flagged, Instant takenAt, String takenBy) {

  /** The time in London. */
  public ZonedDateTime takenAtInLondon() {
    return takenAt.atZone(Days.LONDON);
  }
}
