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
 */
record Round(double rate, double p50, double p99) {

  /**
   * @param nanos how long each request took
   */
  static Round of(long[] nanos, double seconds) {
    Arrays.sort(nanos);
    return new Round(nanos.length / seconds, millis(nanos, 0.5), millis(nanos, 0.99));
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
