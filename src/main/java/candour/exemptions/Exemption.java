package candour.exemptions;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ground on which something may be kept back, as the register has it.
 *
 * @param articles the articles of the UK GDPR that it disapplies
 * @param from the first day on which it is law, in London
 * @param until the last one; null while there is no end to it
 * @param caseByCase whether it needs a determination of its own for each item
 * @param aboutOthers whether it shields other people (DPA 2018 Sch 2 Part 3)
 * @param aboutHealth whether it is about data concerning health (DPA 2018 Sch 3 Part 2)
 * @param test what the law asks, for officers
 * @param guidance what else officers should know, if anything
 * @param told what the person is told when something is kept back on it
 * @param fields what an officer has to write down to rely on it, in the order of the form
 */
public record Exemption(
    String code,
    String provision,
    List<String> articles,
    MayRely mayRely,
    LocalDate from,
    @Nullable LocalDate until,
    boolean caseByCase,
    boolean aboutOthers,
    boolean aboutHealth,
    Wording title,
    Wording test,
    Optional<Wording> guidance,
    Wording told,
    List<RequiredField> fields) {

  /** The immigration exemption's code (DPA 2018 Sch 2 paras 4 to 4B). */
  public static final String IMMIGRATION = "IMMIGRATION";

  /** Which controllers may rely on a ground. */
  public enum MayRely {
    ANY,
    SECRETARY_OF_STATE,
    NON_HEALTH
  }

  public Exemption {
    articles = List.copyOf(articles);
    fields = List.copyOf(fields);
  }

  /** What it is called, in English or Welsh. */
  public String name(Locale locale) {
    return title.in(locale);
  }

  /** What the person is told when something is kept back on it, in English or Welsh. */
  public String told(Locale locale) {
    return told.in(locale);
  }

  /** The fields that say too little, or more than {@link Words#MOST} characters. */
  public List<RequiredField> unsaid(Map<String, String> reasons) {
    return fields.stream()
        .filter(field -> !Words.say(reasons.getOrDefault(field.field(), ""), field.least()))
        .toList();
  }
}
