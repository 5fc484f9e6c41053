package candour.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Clients on connections of their own, each asking for the next page as soon as it has one. */
final class Load {

  static final int ROUNDS = 5;

  private static final int WARM = 3_000;
  private static final int WARM_UP_SECONDS = 20;
  private static final Duration ROUND = Duration.ofMillis(1_500);

  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final int port;

  Load(int port) {
    this.port = port;
  }

  /** Asks for each page until the compiler has seen enough of it, or for 20 seconds. */
  void warmUp(List<Arm> arms, int clients) throws InterruptedException, ExecutionException {
    for (var arm : arms) {
      double asked = 0;
      for (int second = 0; second < WARM_UP_SECONDS && asked < WARM; second++) {
        asked += round(arm, clients, Duration.ofSeconds(1)).rate();
      }
    }
  }

  /** The arms take turns, so that whatever else the machine does falls on all of them. */
  Map<Arm, List<Round>> rounds(List<Arm> arms, int clients)
      throws InterruptedException, ExecutionException {
    var rounds = new LinkedHashMap<Arm, List<Round>>();
    for (int round = 0; round < ROUNDS; round++) {
      for (var arm : arms) {
        rounds.computeIfAbsent(arm, _ -> new ArrayList<>()).add(round(arm, clients, ROUND));
      }
    }
    return rounds;
  }

  private Round round(Arm arm, int clients, Duration time)
      throws InterruptedException, ExecutionException {
    long cpu = machine.getProcessCpuTime();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    var work = new ArrayList<Callable<long[]>>();
    for (int client = 0; client < clients; client++) {
      int place = client;
      work.add(() -> ask(arm, place, end));
    }
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var taken = new ArrayList<long[]>();
      for (var client : threads.invokeAll(work)) {
        taken.add(client.get());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return Round.of(
          taken.stream().flatMapToLong(Arrays::stream).toArray(),
          seconds,
          machine.getProcessCpuTime() - cpu);
    }
  }

  private long[] ask(Arm arm, int client, long end) throws IOException {
    var nanos = new long[256];
    int asked = 0;
    try (var connection = new Connection(port, arm.cookies().get(client))) {
      for (long before = System.nanoTime(), after; before < end; before = after) {
        connection.get(arm.paths().get((asked * 31 + client * 7) % arm.paths().size()));
        after = System.nanoTime();
        if (asked == nanos.length) {
          nanos = Arrays.copyOf(nanos, 2 * asked);
        }
        nanos[asked++] = after - before;
      }
    }
    return Arrays.copyOf(nanos, asked);
  }
}
