package candour.exemptions;

import java.util.Locale;

/**
 * A ground on which something may be kept back, as the register has it.
 *
 * @param caseByCase whether it needs a determination of its own for each item
 */
public record Exemption(
    String code,
    String provision,
    boolean caseByCase,
    String nameEn,
    String nameCy,
    String toldEn,
    String toldCy) {

  /** The immigration exemption's code (DPA 2018 Sch 2 paras 4 to 4B). */
  public static final String IMMIGRATION = "IMMIGRATION";

  /** What it is called, in English or Welsh. */
  public String name(Locale locale) {
    return isWelsh(locale) ? nameCy : nameEn;
  }

  /** What the person is told when something is kept back on it, in English or Welsh. */
  public String told(Locale locale) {
    return isWelsh(locale) ? toldCy : toldEn;
  }

  private static boolean isWelsh(Locale locale) {
    return locale.getLanguage().equals("cy");
  }
}
