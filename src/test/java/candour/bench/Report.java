package candour.bench;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Tables in plain words: what was measured, how far it spread, and which goals are met. */
public final class Report {

  private static final double GROWTH = 1.2;

  private final List<String> lines = new ArrayList<>();

  /** Rates and times of every page, each with the goal at its limit page if it has one. */
  void rates(int cases, int clients, Map<Arm, List<Round>> rounds, Collection<Goal> goals) {
    add("");
    add(
        "%,d cases, %d client%s, medians of %d rounds (lowest to highest)",
        cases, clients, clients == 1 ? "" : "s", Load.ROUNDS);
    add(
        "%-28s %25s %8s %8s %8s   %-22s %s",
        "page", "requests/s", "p50 ms", "p99 ms", "CPU ms", "share of its limit", "goal");
    rounds.forEach((arm, measured) ->
        add(
            "%-28s %25s %8.2f %8.2f %8.2f   %s",
            arm.name(),
            spread("%,.0f", measured.stream().mapToDouble(Round::rate)),
            Round.median(measured, Round::p50),
            Round.median(measured, Round::p99),
            Round.median(measured, Round::cpu),
            of(arm, goals).map(goal -> share(goal, rounds)).orElse("")));
  }

  private static Optional<Goal> of(Arm arm, Collection<Goal> goals) {
    return goals.stream().filter(goal -> goal.page().equals(arm)).findFirst();
  }

  /** Of the two pages in the same round, so that what disturbed a round disturbs both. */
  private static String share(Goal goal, Map<Arm, List<Round>> rounds) {
    var page = requireNonNull(rounds.get(goal.page()));
    var limit = requireNonNull(rounds.get(goal.limit()));
    double[] shares =
        IntStream.range(0, Load.ROUNDS)
            .mapToDouble(round -> page.get(round).rate() / limit.get(round).rate())
            .toArray();
    return "%-22s %.2f %s"
        .formatted(
            spread("%.2f", DoubleStream.of(shares)),
            goal.share(),
            Round.median(shares) >= goal.share() ? "ok" : "MISSED");
  }

  /** How much slower the slowest requests became, beside what became of the limit page's. */
  void growth(
      int few,
      int many,
      Map<Arm, List<Round>> before,
      Map<Arm, List<Round>> after,
      Collection<Goal> goals) {
    add("");
    add("From %,d to %,d cases, p99 at 8 clients; goal: at most %.1f times", few, many, GROWTH);
    for (var goal : goals) {
      double page = growth(goal.page(), before, after);
      double limit = growth(goal.limit(), before, after);
      add(
          "%-28s %.2f times; its limit page, whose work is the same, %.2f times: %s",
          goal.page().name(), page, limit, verdict(page, limit));
    }
  }

  private static String verdict(double page, double limit) {
    return page <= GROWTH ? "ok" : limit > GROWTH ? "the machine was too busy to say" : "MISSED";
  }

  private static double growth(Arm arm, Map<Arm, List<Round>> before, Map<Arm, List<Round>> after) {
    return p99(after, arm) / p99(before, arm);
  }

  private static double p99(Map<Arm, List<Round>> rounds, Arm arm) {
    return Round.median(requireNonNull(rounds.get(arm)), Round::p99);
  }

  private static String spread(String format, DoubleStream figures) {
    var sorted = figures.sorted().toArray();
    var all = "%s (%s to %s)".replace("%s", format);
    return all.formatted(Round.median(sorted), sorted[0], sorted[sorted.length - 1]);
  }

  /** Rates of the least that must be done and of what is done, round by round, and the share. */
  void shares(String name, List<Double> least, List<Double> done, double goal) {
    double[] shares =
        IntStream.range(0, least.size()).mapToDouble(i -> done.get(i) / least.get(i)).toArray();
    add(
        "%-28s %18s %18s   %-22s %.2f %s",
        name,
        spread("%,.1f", least.stream().mapToDouble(it -> it)),
        spread("%,.1f", done.stream().mapToDouble(it -> it)),
        spread("%.2f", DoubleStream.of(shares)),
        goal,
        Round.median(shares) >= goal ? "ok" : "MISSED");
  }

  /** One more line. */
  @SuppressWarnings("AnnotateFormatMethod")
  public void add(String format, Object... figures) {
    lines.add(String.format(Locale.ROOT, format, figures).stripTrailing());
  }

  void addAll(Collection<String> more) {
    lines.add("");
    lines.addAll(more);
  }

  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines);
  }
}
