package candour.exemptions;

/**
 * The three tests, all of which must be met before anything is withheld (DPA 2018 Sch 2 para
 * 4A(4)).
 */
public enum Limb {
  /** Applying the provision would give rise to a substantial risk of prejudice. */
  A,
  /** That risk outweighs the risk of prejudice to the person's interests. */
  B,
  /** Applying the exemption is necessary and proportionate to the risks in this case. */
  C;

  /** Whether a limb is met, and why. */
  public record Finding(boolean met, String reason) {

    public Finding {
      Words.require(reason, Words.REASON);
    }
  }
}
