package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.IdentityChecks.Look;
import candour.identity.Verification.Method;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.MovableClock;
import candour.support.Samples;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** A case that was received on Monday 2 November 2026, with its officer and its requester. */
final class TimedCase {

  static final Look SEEN =
      new Look(
          Method.VOUCHED_FOR, "Her teacher's letter", "The teacher knew her school and street.");
  static final String QUESTION = "Which school did you attend in 1964?";
  static final String REASON = "Two people of this name arrived that year.";

  final Officer officer;
  final CaseReference reference;
  private final Samples samples;
  private final Casework casework;
  private final MovableClock time;

  TimedCase(Samples samples, Casework casework, MovableClock time) {
    this.samples = samples;
    this.casework = casework;
    this.time = time;
    officer = samples.officer("Ann", Role.CASEWORKER);
    on("2026-11-02");
    reference = samples.generalCase();
  }

  void confirmed(IdentityChecks checks) {
    checks.confirm(reference, officer, SEEN);
  }

  void informed(IdentityChecks checks, String on) {
    checks.informationReceived(reference, officer, LocalDate.parse(on), "A copy of a passport");
  }

  /** It is noon on this day. */
  void on(String day) {
    time.set(LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
  }

  <T> T work(Supplier<T> work) {
    return samples.as(officer.acting(), work);
  }

  void does(Runnable work) {
    work(() -> {
      work.run();
      return true;
    });
  }

  void asRequester(Runnable work) {
    asRequesterSees(() -> {
      work.run();
      return true;
    });
  }

  <T> T asRequesterSees(Supplier<T> sight) {
    return samples.as(samples.holderOf(reference).acting(), sight);
  }

  CaseSummary summary() {
    return work(() -> casework.summary(reference));
  }

  Progress progress() {
    return work(() -> casework.progress(reference));
  }

  void assertRefused(String rule, Runnable work) {
    assertThatThrownBy(() -> does(work))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }
}
