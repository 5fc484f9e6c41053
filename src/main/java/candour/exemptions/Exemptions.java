package candour.exemptions;

import candour.casework.CaseReference;
import candour.exemptions.immigration.GuardResult;
import candour.platform.Officer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What may be kept back, on what ground, and the immigration exemption decisions of each case.
 *
 * <p>Commands throw {@link candour.platform.Refusal} with the rule that stands in the way. An
 * attempt against the Windrush guard, against four eyes, or where the exemption is not this
 * controller's leaves its own record, although nothing else of it remains. An unknown case or
 * determination is an {@link org.springframework.dao.EmptyResultDataAccessException}.
 */
@Component
public class Exemptions {

  private final Register register;
  private final Items items;
  private final Decisions decisions;
  private final Attempts attempts;
  private final Guarding guarding;

  Exemptions(
      Register register, Items items, Decisions decisions, Attempts attempts, Guarding guarding) {
    this.register = register;
    this.items = items;
    this.decisions = decisions;
    this.attempts = attempts;
    this.guarding = guarding;
  }

  /**
   * The grounds that are law today and open to this controller, the immigration exemption first.
   */
  public List<Exemption> register() {
    return register.open();
  }

  /** Every ground that there is or was, in the same order: what was relied on keeps its name. */
  public List<Exemption> grounds() {
    return register.all();
  }

  /** Makes these things of the case something that can be decided on. */
  public void offer(CaseReference reference, List<Item> more) {
    items.add(reference, more);
  }

  /**
   * An entry of the ledger as something to be decided on in the case.
   *
   * @param words how officers know it
   */
  public Item entry(CaseReference reference, UUID entry, String words) {
    return items.entry(reference, entry, words);
  }

  /**
   * Places on a page as one thing to be decided on in the case; the same places are the same thing.
   *
   * @param page the page's item
   * @param which the places, in the same words whenever they are the same
   * @param words how officers know them
   */
  public Item places(CaseReference reference, UUID page, String which, String words) {
    return items.places(reference, page, which, words);
  }

  /** What can be decided on in the case, in the order in which it was offered. */
  public List<Item> items(CaseReference reference) {
    return items.of(reference);
  }

  /** Every determination of the case, the oldest first. */
  public List<Determination> of(CaseReference reference) {
    return decisions.of(reference);
  }

  /** The determinations that withhold something of the case now. */
  public List<Determination.InForce> inForce(CaseReference reference) {
    return of(reference).stream()
        .filter(Determination.InForce.class::isInstance)
        .map(Determination.InForce.class::cast)
        .toList();
  }

  /** Who proposed or approved them, or that the person goes on not being told of them. */
  public Set<UUID> deciders(CaseReference reference) {
    return decisions.deciders(reference);
  }

  public Determination get(CaseReference reference, DeterminationId id) {
    return decisions.get(reference, id);
  }

  /** Its reasons that are close to some of other cases, as found when it was proposed. */
  public List<Likeness> likenesses(CaseReference reference, DeterminationId id) {
    return decisions.likenesses(reference, id);
  }

  /** Whether the immigration exemption can be considered on the case. */
  public GuardResult guard(CaseReference reference) {
    return decisions.guard(reference);
  }

  /** Puts a determination before another officer, as a caseworker. */
  public void propose(Proposal proposal, Officer officer) {
    attempts.watch(
        proposal.reference(),
        proposal.provision(),
        officer,
        () -> decisions.propose(proposal, officer));
  }

  /**
   * Refuses, for the record, to propose anything where {@link #guard} is blocked, before what was
   * sent is looked at.
   *
   * @param provision the provision that was aimed at, if it is one of the six
   */
  public void refuseIfBlocked(
      CaseReference reference, @Nullable Provision provision, Officer officer) {
    attempts.watch(
        reference, provision, officer, () -> decisions.guard(reference).refuseIfBlocked());
  }

  /** Refuses, for the record, whoever cannot decide on it, before what was sent is looked at. */
  public void requireDecider(CaseReference reference, DeterminationId id, Officer officer) {
    watch(reference, id, officer, () -> decisions.requireDecider(reference, id, officer));
  }

  /** Approves as another senior officer; where the exemption is applied, it is in force at once. */
  public void approve(
      CaseReference reference, DeterminationId id, Officer officer, Approval approval) {
    watch(reference, id, officer, () -> decisions.approve(reference, id, officer, approval));
  }

  /**
   * Returns it to the proposer, as another senior officer.
   *
   * @param questions what a fresh proposal would have to answer, or why there should be none
   */
  public void giveBack(
      CaseReference reference, DeterminationId id, Officer officer, String questions) {
    watch(reference, id, officer, () -> decisions.giveBack(reference, id, officer, questions));
  }

  /** Ends what is in force, for the office, as a senior officer; after the answer as well. */
  public void withdraw(
      CaseReference reference, DeterminationId id, Officer officer, String reason) {
    decisions.withdraw(reference, id, officer, reason);
  }

  /**
   * Puts on record, as a senior officer, that somebody who may overrule the office did: it ends.
   */
  public void overturn(
      CaseReference reference, DeterminationId id, Officer officer, Overruling overruling) {
    decisions.overturn(reference, id, officer, overruling);
  }

  /**
   * What is in force and lapses after this day or before, the earliest first.
   *
   * @param by in London
   * @param after the last one of the page before; null for the first page
   */
  public List<Lapsing> lapsing(LocalDate by, @Nullable DeterminationId after, int most) {
    return decisions.lapsing(by, after, most);
  }

  /** What of the case came to its end after this moment, the earliest first. */
  public List<Determination.Ended> endedSince(CaseReference reference, Instant moment) {
    return decisions.endedSince(reference, moment);
  }

  /**
   * Makes the request guarded from now on; where it is, nothing happens. An answered case is open
   * again, and what is in force on it ends as withdrawn.
   *
   * @param words why; of an officer at least 10 characters, of the requester none need be
   * @param officer who found so; null where the requester says so
   */
  public void protect(CaseReference reference, String words, @Nullable Officer officer) {
    guarding.protect(reference, words, officer);
  }

  private void watch(
      CaseReference reference, DeterminationId id, Officer officer, Runnable attempt) {
    var provision = get(reference, id).proposal().provision();
    attempts.watch(reference, provision, officer, attempt);
  }
}
