package candour.response.pack;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a response pack says. A pack that lacks what the law demands cannot be made: its
 * constructors refuse it.
 *
 * @param about whom the records are about, where that is not whoever the letter goes to; null where
 *     it is
 * @param reference the number for people, such as SAR-7K3M-9QXW
 * @param date of the letter, in Europe/London
 * @param language English or Welsh
 * @param withheld only what the person may be told
 */
public record PackContents(
    Sender controller,
    Addressee requester,
    @Nullable String about,
    String reference,
    LocalDate date,
    Locale language,
    Letter letter,
    List<RecordLine> records,
    List<WithheldLine> withheld,
    List<SearchLine> searches,
    List<DisclosureLine> disclosures,
    List<EvidenceLine> evidence) {

  public PackContents {
    Words.require("the reference", reference);
    if (letter instanceof CoverLetter && searches.isEmpty()) {
      throw new IllegalArgumentException("The pack lacks: what was searched");
    }
    records = List.copyOf(records);
    withheld = List.copyOf(withheld);
    searches = List.copyOf(searches);
    disclosures = List.copyOf(disclosures);
    evidence = List.copyOf(evidence);
  }

  /** The controller and how to reach it. */
  public record Sender(String name, String address, String email, String phone) {
    public Sender {
      Words.require("the controller's name", name);
      Words.require("the controller's address", address);
      Words.require("the controller's email", email);
    }
  }

  /** The requester as the letter addresses them. */
  public record Addressee(String name, List<String> addressLines) {
    public Addressee {
      Words.require("the requester's name", name);
      addressLines = List.copyOf(addressLines);
    }
  }

  /** What the pack begins with; it always says what the person can do if they disagree. */
  public sealed interface Letter {

    Redress redress();
  }

  /** The letter of an answer: every item of Article 15. */
  public record CoverLetter(Map<ChecklistItem, ChecklistAnswer> checklist, Redress redress)
      implements Letter {
    public CoverLetter {
      for (ChecklistItem item : ChecklistItem.values()) {
        if (!checklist.containsKey(item)) {
          throw new IllegalArgumentException("The pack lacks: " + item);
        }
      }
      checklist = Map.copyOf(new EnumMap<>(checklist));
    }
  }

  /**
   * The letter of a further answer, which adds to one that was sent before: what was kept back,
   * what has become of it, and why.
   *
   * @param answeredOn when the last answer was sent, in Europe/London
   */
  public record FurtherLetter(LocalDate answeredOn, List<ChangeLine> changes, Redress redress)
      implements Letter {
    public FurtherLetter {
      changes = List.copyOf(changes);
    }
  }

  /** What was decided on again: how it was answered before, how it is now, and why. */
  public record ChangeLine(String what, String before, String now, String why) {
    public ChangeLine {
      Words.require("what has changed", what);
      Words.require("how it was answered before", before);
      Words.require("how it is answered now", now);
      Words.require("why it has changed", why);
    }
  }

  /**
   * What Article 12(4) demands whenever anything is refused; it is always said.
   *
   * @param reasons why something was withheld, or that nothing was
   * @param complaint to the controller, DPA 2018 s.164A
   * @param commissioner complaint to the Commissioner, DPA 2018 s.165
   * @param court a compliance order, DPA 2018 s.167
   */
  public record Redress(String reasons, String complaint, String commissioner, String court) {
    public Redress {
      Words.require("the reasons", reasons);
      Words.require("complaint to the controller (s.164A)", complaint);
      Words.require("complaint to the Commissioner (s.165)", commissioner);
      Words.require("the court (s.167)", court);
    }
  }

  /**
   * One record of the schedule.
   *
   * @param released pages given, whole or in part
   * @param withheld pages not given
   */
  public record RecordLine(
      String title, String system, String period, int pages, int released, int withheld) {
    public RecordLine {
      Words.require("a record's title", title);
      Words.require("a record's system", system);
      if (released < 0 || withheld < 0 || released + withheld != pages) {
        throw new IllegalArgumentException("Every page is either released or withheld");
      }
    }
  }

  /** Something withheld, under which ground, and why. */
  public record WithheldLine(String what, String ground, String reason) {
    public WithheldLine {
      Words.require("what is withheld", what);
      Words.require("the ground", ground);
      Words.require("the reason", reason);
    }
  }

  /**
   * One search.
   *
   * @param by the role of who searched, never a name
   * @param result in words, such as "destroyed under the retention policy in 2014"
   */
  public record SearchLine(String system, String terms, String period, String by, String result) {
    public SearchLine {
      Words.require("the system searched", system);
      Words.require("the terms searched", terms);
      Words.require("who searched", by);
      Words.require("the result of a search", result);
    }
  }

  /**
   * One disclosure about the person.
   *
   * @param recipient the body that was told (Harrison v Cameron [2024] EWHC 1377 (KB))
   */
  public record DisclosureLine(
      LocalDate date,
      String recipient,
      String agreement,
      String reason,
      String items,
      String outcome) {
    public DisclosureLine {
      Words.require("the recipient of a disclosure", recipient);
      Words.require("the reason of a disclosure", reason);
    }
  }

  /** One entry of the evidence index: what it is, and what it shows. */
  public record EvidenceLine(String what, String shows) {
    public EvidenceLine {
      Words.require("a piece of evidence", what);
      Words.require("what the evidence shows", shows);
    }
  }
}
