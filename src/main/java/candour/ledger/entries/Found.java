package candour.ledger.entries;

import candour.ledger.Candidate.Basis;
import candour.ledger.Candidate.Certainty;
import candour.ledger.Disclosure;
import org.jspecify.annotations.Nullable;

/**
 * An entry found by name for one person.
 *
 * @param certainty of its match with that person, if it was matched
 * @param basis of that match
 * @param shownAtOnce whether its agreement shows it without clearance
 * @param shown whether that person sees it
 */
public record Found(
    Disclosure disclosure,
    String personName,
    String personBorn,
    @Nullable Certainty certainty,
    @Nullable Basis basis,
    boolean shownAtOnce,
    boolean shown) {}
