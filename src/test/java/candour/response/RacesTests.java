package candour.response;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.Proposal;
import candour.exemptions.Provision;
import candour.exemptions.SampleProposal;
import candour.exemptions.Silences;
import candour.exemptions.Telling;
import candour.exemptions.immigration.GuardResult;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.records.ReviewedRecord;
import candour.response.Answering.Three;
import candour.support.Invariants;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Races.Isolation;
import candour.support.Samples;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Any two steps that change what may be kept back, twenty at once, at each level of isolation: what
 * is kept is lawful, whichever comes first.
 */
@PortalTest
@TestInstance(Lifecycle.PER_CLASS)
class RacesTests {

  private static final int THREADS = 20;
  private static final String REASON = "I read the page, and I am sure.";
  private static final String AGREED = "I read each of the reasons, and they hold today as well.";
  private static final Telling TOLD = new Telling.Told();

  /** What officers, or the requester, do to a case on which one determination stands. */
  enum Step {
    PROPOSE,
    APPROVE,
    GIVE_BACK,
    WITHDRAW,
    PROTECT,
    GO_ON_NOT_TELLING,
    RELEASE;

    boolean decides() {
      return this == APPROVE || this == GIVE_BACK;
    }
  }

  /** Two that happen at the same moment. */
  record Pair(Step one, Step other, Isolation isolation) {

    boolean has(Step step) {
      return one == step || other == step;
    }
  }

  @Autowired Answering answering;
  @Autowired Responses responses;
  @Autowired Exemptions exemptions;
  @Autowired Silences silences;
  @Autowired Invariants invariants;
  @Autowired Samples samples;
  @Autowired Races races;
  @Autowired Days days;

  private final Set<UUID> raced = new HashSet<>();
  private Three by = new Three(nobody(), nobody(), nobody());
  private Officer second = nobody();

  @BeforeAll
  void officers() {
    by = answering.officers();
    second = samples.officer("Mair Bowen", Role.SENIOR);
  }

  @AfterAll
  void nothing_that_must_be_true_was_broken() {
    assertThat(invariants.broken()).filteredOn(it -> raced.contains(it.caseId())).isEmpty();
  }

  static Stream<Pair> pairs() {
    return Stream.of(Step.values())
        .flatMap(one ->
            Stream.of(Step.values())
                .filter(other -> one.compareTo(other) <= 0)
                .flatMap(
                    other -> Stream.of(Isolation.values()).map(it -> new Pair(one, other, it))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void of_two_steps_at_once_what_is_kept_is_lawful(Pair pair) throws Exception {
    var scene = new Scene(pair);
    raced.add(scene.reference.value());
    var kept = scene.race();

    assertThat(kept.values().stream().mapToInt(it -> it).sum()).isPositive();
    kept.remove(Step.PROTECT); // a second time it changes nothing, and is kept
    assertThat(kept.values()).allMatch(it -> it <= 1);
    assertThat(kept.getOrDefault(Step.APPROVE, 0) + kept.getOrDefault(Step.GIVE_BACK, 0))
        .isLessThanOrEqualTo(1);
    kept.remove(Step.GO_ON_NOT_TELLING); // it leaves what may be answered as it was
    if (kept.getOrDefault(Step.RELEASE, 0) == 1) {
      answering.leave(scene.pack);
      assertThat(scene.isAnswered())
          .isEqualTo(kept.values().stream().mapToInt(it -> it).sum() == 1 && !scene.isGuarded());
    }
  }

  /** A case in review: its first page withheld on a determination, its second given. */
  private final class Scene {

    private final Pair pair;
    private final CaseReference reference;
    private final ReviewedRecord record;
    private final DeterminationId standing;
    private final UUID pack;
    private final Proposal open;
    private @Nullable UUID silence;

    Scene(Pair pair) {
      this.pair = pair;
      var searched = answering.searched(by, 1);
      reference = searched.reference();
      answering.confirm(reference, by.caseworker());
      record = answering.collect(searched, by, "Notes", "One", "Two");
      var telling = pair.has(Step.GO_ON_NOT_TELLING) ? untold() : TOLD;
      var ground = answering.determined(searched, by, record, 1, telling);
      answering.withhold(searched, by, record.id(), 1, ground);
      answering.desk.release(reference, record.id(), 2, by.caseworker());
      standing = new DeterminationId(Objects.requireNonNull(ground.proposalId()));
      pack = pair.has(Step.RELEASE) ? answering.approved(reference, by) : Identifiers.next();
      open = proposal(Provision.ART_21_1);
      if (pair.one().decides() || pair.other().decides()) {
        by.caseworker().acting().run(() -> exemptions.propose(open, by.caseworker()));
      }
      if (pair.has(Step.GO_ON_NOT_TELLING)) {
        silence = goOn();
      }
    }

    private Telling untold() {
      return new Telling.NotTold(
          "To tell them would show the operation to those it is about.",
          days.today().plusMonths(2));
    }

    private UUID goOn() {
      var officer = by.caseworker();
      var fresh =
          new Telling.NotTold(
              "I asked again today: the operation goes on, and would be known.",
              days.today().plusMonths(5));
      return officer.acting().call(() -> silences.propose(reference, standing, fresh, officer));
    }

    Map<Step, Integer> race() throws Exception {
      var steps = Stream.of(pair.one(), pair.other()).distinct().toList();
      var counts = Races.kept(THREADS / steps.size(), steps.stream().map(this::attempt).toList());
      var kept = new EnumMap<Step, Integer>(Step.class);
      for (int i = 0; i < counts.size(); i++) {
        kept.put(steps.get(i), counts.get(i));
      }
      return kept;
    }

    private Callable<Boolean> attempt(Step step) {
      return switch (step) {
        case PROPOSE ->
            attempt(
                by.caseworker(),
                () -> exemptions.propose(proposal(Provision.ART_15_1_3), by.caseworker()));
        case APPROVE ->
            attempt(
                second,
                () ->
                    exemptions.approve(
                        reference, open.id(), second, SampleProposal.approval(REASON, TOLD)));
        case GIVE_BACK ->
            attempt(
                by.senior(), () -> exemptions.giveBack(reference, open.id(), by.senior(), REASON));
        case WITHDRAW ->
            attempt(second, () -> exemptions.withdraw(reference, standing, second, REASON));
        case PROTECT ->
            races.attempt(
                pair.isolation(),
                samples.holderOf(reference).acting(),
                () -> exemptions.protect(reference, "", null));
        case GO_ON_NOT_TELLING ->
            attempt(
                second,
                () ->
                    silences.approve(
                        reference,
                        standing,
                        Objects.requireNonNull(silence),
                        second,
                        AGREED,
                        AGREED));
        case RELEASE ->
            attempt(by.releaser(), () -> responses.release(reference, pack, by.releaser()));
      };
    }

    private Callable<Boolean> attempt(Officer officer, Runnable work) {
      return races.attempt(pair.isolation(), officer.acting(), work);
    }

    private Proposal proposal(Provision provision) {
      var sample = new SampleProposal();
      sample.reference = reference;
      sample.provision = provision;
      sample.item =
          new Item(
              record.pages().getLast().itemId(),
              Item.Kind.PAGE,
              record.id().value(),
              "Notes, page 2 of 2");
      sample.proposedBy = by.caseworker().id();
      sample.decidedOn = days.today();
      return sample.build();
    }

    boolean isAnswered() {
      return !samples.as(by.senior().acting(), () -> responses.answers(reference)).isEmpty();
    }

    boolean isGuarded() {
      return !(samples.as(by.senior().acting(), () -> exemptions.guard(reference))
          instanceof GuardResult.Clear);
    }
  }

  private static Officer nobody() {
    return new Officer(Identifiers.next(), "Nobody", Set.of());
  }
}
