package candour.response;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.KeptBack;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.Reliance;
import candour.exemptions.Reliances;
import candour.ledger.Candidate;
import candour.ledger.Disclosure;
import candour.ledger.Ledger;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.response.EntryRows.Kept;
import candour.response.ResponseEvent.EntryConsidered;
import candour.response.ResponseEvent.EntryDecided;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps entries of the ledger, or who asked and why, from the person whom they are about, each on a
 * ground written down for it, and shows them after all. An entry that is not about the person of
 * the case is an {@link EmptyResultDataAccessException}; what stands in the way is a {@link
 * Refusal}.
 */
@Component
@Transactional
class Entries implements KeptBack {

  private final Casework casework;
  private final Ledger ledger;
  private final Exemptions exemptions;
  private final Reliances reliances;
  private final EntryRows rows;
  private final Days days;
  private final ApplicationEventPublisher events;

  Entries(
      Casework casework,
      Ledger ledger,
      Exemptions exemptions,
      Reliances reliances,
      EntryRows rows,
      Days days,
      ApplicationEventPublisher events) {
    this.casework = casework;
    this.ledger = ledger;
    this.exemptions = exemptions;
    this.reliances = reliances;
    this.rows = rows;
    this.days = days;
    this.events = events;
  }

  @Transactional(readOnly = true)
  Disclosure get(CaseReference reference, UUID entry) {
    return ledger.candidatesFor(casework.summary(reference).subjectId()).stream()
        .map(Candidate::disclosure)
        .filter(disclosure -> disclosure.id().equals(entry))
        .findFirst()
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  @Override
  @Transactional(readOnly = true)
  public Set<UUID> entries(CaseReference reference) {
    return kept(reference, EntryExtent.WHOLE);
  }

  @Override
  @Transactional(readOnly = true)
  public Set<UUID> inGeneralWords(CaseReference reference) {
    return kept(reference, EntryExtent.GENERAL);
  }

  private Set<UUID> kept(CaseReference reference, EntryExtent extent) {
    return rows.kept(reference).stream()
        .filter(it -> it.extent() == extent)
        .map(WithheldEntry::entry)
        .collect(Collectors.toSet());
  }

  /**
   * Why and how far the entry is kept back, on a ground other than immigration.
   *
   * @param in the case of the person in which that was decided
   * @param maySayLess whether the ground, which keeps the whole entry back, could keep back less
   */
  record KeptBackOn(CaseReference in, Reliance because, EntryExtent extent, boolean maySayLess) {}

  @Transactional(readOnly = true)
  Optional<KeptBackOn> keptBack(CaseReference reference, UUID entry) {
    return rows.kept(reference, entry)
        .map(kept -> {
          var because = reliances.get(kept.in(), kept.basis());
          return new KeptBackOn(
              kept.in(),
              because,
              kept.extent(),
              kept.in().equals(reference)
                  && kept.extent() == EntryExtent.WHOLE
                  && isAboutOthers(because.code()));
        });
  }

  private boolean isAboutOthers(String code) {
    return exemptions.grounds().stream()
        .anyMatch(ground -> ground.code().equals(code) && ground.aboutOthers());
  }

  /**
   * Puts the entry up for a decision under the immigration exemption; twice changes nothing.
   *
   * @param words how officers know it
   */
  Item consider(CaseReference reference, UUID entry, String words, Officer officer) {
    casework.hold(reference);
    var known =
        exemptions.items(reference).stream().anyMatch(item -> item.withinId().equals(entry));
    var item = item(reference, entry, words);
    if (!known) {
      events.publishEvent(new EntryConsidered(reference.value(), entry, item.id(), officer.id()));
    }
    return item;
  }

  private Item item(CaseReference reference, UUID entry, String words) {
    return exemptions.entry(reference, get(reference, entry).id(), words);
  }

  /** On what ground, in which words for each thing that it asks, and how far. */
  record Because(String code, Map<String, String> reasons, EntryExtent extent) {}

  /** Keeps it back from now on, in the person's list and in the answer; twice changes nothing. */
  void keepBack(
      CaseReference reference, UUID entry, String words, Because because, Officer officer) {
    casework.hold(reference);
    var item = item(reference, entry, words);
    var basis = reliances.rely(reference, item, because.code(), because.reasons(), officer);
    decide(reference, entry, new Kept(reference, basis, because.extent()), officer);
  }

  /**
   * Shows in general words what is kept back whole, on the same ground; also after the answer.
   * Without effect on any other entry.
   */
  void sayLess(CaseReference reference, UUID entry, Officer officer) {
    casework.hold(reference);
    rows.kept(reference, get(reference, entry).id())
        .filter(kept -> kept.in().equals(reference) && kept.extent() == EntryExtent.WHOLE)
        .map(kept -> new Kept(reference, kept.basis(), EntryExtent.GENERAL))
        .ifPresent(less -> decide(reference, entry, less, officer));
  }

  private void decide(CaseReference reference, UUID entry, Kept kept, Officer officer) {
    var because = reliances.get(reference, kept.basis());
    if (kept.extent() == EntryExtent.GENERAL && !isAboutOthers(because.code())) {
      throw new Refusal("general-words-for-others");
    }
    if (rows.kept(reference, entry).filter(kept::equals).isEmpty()) {
      rows.add(reference, entry, because, kept.extent(), officer.id(), days.today());
      events.publishEvent(
          new EntryDecided(reference.value(), entry, kept.basis(), kept.extent(), officer.id()));
    }
  }

  /** Shows it after all, unless a determination keeps it back; also after the answer. */
  void show(CaseReference reference, UUID entry, Officer officer) {
    casework.hold(reference);
    if (rows.kept(reference, get(reference, entry).id()).isPresent()) {
      rows.add(reference, entry, null, null, officer.id(), days.today());
      events.publishEvent(new EntryDecided(reference.value(), entry, null, null, officer.id()));
    }
  }
}
