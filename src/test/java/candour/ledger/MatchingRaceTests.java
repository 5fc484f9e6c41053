package candour.ledger;

import static candour.ledger.LedgerDesk.AT_ONCE;
import static candour.ledger.LedgerDesk.OUTSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import candour.support.PortalTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.InputStreamSource;

/**
 * A file is brought in while somebody in it is accepted: neither officer sees what the other does.
 */
@PortalTest
class MatchingRaceTests {

  /** More than are filed at once, so that the first are stored while the file is still read. */
  private static final int ROWS = 1_500;

  @Autowired LedgerDesk desk;
  @Autowired Ledger ledger;

  @BeforeEach
  void sign_in() {
    desk.signIn();
  }

  @Test
  @Timeout(60)
  void who_is_accepted_while_a_file_is_brought_in_misses_no_entry() throws Exception {
    var name = LedgerDesk.aName();
    var person = desk.register(name);
    var stored = new CountDownLatch(1);
    var accepted = new CountDownLatch(1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      var received = threads.submit(() -> desk.receive(halting(file(name), stored, accepted)));
      assertThat(stored.await(30, TimeUnit.SECONDS)).isTrue();
      desk.asOfficer(() -> {
        desk.confirm(person, true);
        ledger.matchKnown(person);
      });
      assertThat(desk.seenBy(person)).as("the file is not in yet").isEmpty();
      accepted.countDown();
      assertThat(received.get()).isInstanceOf(Reception.Taken.class);
    }
    assertThat(desk.seenBy(person)).hasSize(1);
  }

  private static InputStreamSource file(String name) {
    var rows = new ArrayList<String>();
    rows.add(AT_ONCE + name + ",1956-03-04");
    while (rows.size() < ROWS) {
      rows.add(OUTSIDE + LedgerDesk.aName() + ",");
    }
    return LedgerDesk.file(rows.toArray(String[]::new));
  }

  /** The file, whose end comes at its second reading only once somebody was accepted. */
  private static InputStreamSource halting(
      InputStreamSource file, CountDownLatch stored, CountDownLatch accepted) {
    var readings = new AtomicInteger();
    return () ->
        readings.incrementAndGet() == 1
            ? file.getInputStream()
            : new SequenceInputStream(file.getInputStream(), end(stored, accepted));
  }

  private static InputStream end(CountDownLatch stored, CountDownLatch accepted) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        stored.countDown();
        try {
          accepted.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        return -1;
      }

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        return read();
      }
    };
  }
}
