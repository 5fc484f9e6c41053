package candour.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one round of requests for one page came to.
 *
 * @param rate requests a second
 * @param p50 median time of a request in milliseconds
 * @param p99 the time in milliseconds that one request in a hundred exceeds
 * @param cpu milliseconds of processor time a request in the portal's process, the clients included
 */
record Round(double rate, double p50, double p99, double cpu) {

  /**
   * @param nanos how long each request took
   * @param cpuNanos of all of them
   */
  static Round of(long[] nanos, double seconds, long cpuNanos) {
    Arrays.sort(nanos);
    return new Round(
        nanos.length / seconds,
        millis(nanos, 0.5),
        millis(nanos, 0.99),
        cpuNanos / 1e6 / nanos.length);
  }

  private static double millis(long[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }

  static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return median(rounds.stream().mapToDouble(figure).toArray());
  }

  static double median(double... figures) {
    var sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
