package candour.audit;

import candour.audit.log.PublishedLog;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the decision log says. Nobody writes to it: publishing a fact does. */
@Component
public class AuditLog {

  private final History history;
  private final PublishedLog log;

  AuditLog(History history, PublishedLog log) {
    this.history = history;
    this.log = log;
  }

  /**
   * The proof of one entry under the last signature.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException if no such entry is signed
   */
  public LogProof proof(long leafIndex) {
    var leaf = new String(log.entry(leafIndex), StandardCharsets.UTF_8);
    return new LogProof(leafIndex, leaf, log.proof(leafIndex).toString());
  }

  /** The day of the first entry, in London; empty while there is none. */
  public Optional<LocalDate> began() {
    return log.began();
  }

  /** How many entries have that day, in London: {@code class,provision,count}, in their order. */
  public List<String> counts(LocalDate day) {
    return history.counts(day);
  }

  /** The last signed state of the log; empty until the first entry has its place. */
  public Optional<Checkpoint> checkpoint() {
    return log.latest().map(AuditLog::shown);
  }

  /** The signed state of so many entries; empty where the log was never signed at that size. */
  public Optional<Checkpoint> checkpoint(long size) {
    return log.ofSize(size).map(AuditLog::shown);
  }

  private static Checkpoint shown(PublishedLog.Signed signed) {
    return new Checkpoint(
        signed.checkpoint().origin(),
        signed.checkpoint().size(),
        signed.checkpoint().root().toString(),
        signed.at(),
        signed.note().toString());
  }
}
