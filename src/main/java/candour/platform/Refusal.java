package candour.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessException;

/**
 * Something that the law or the house does not allow, whether the database or the domain said so.
 * Its rule names the sentence that the person is shown ({@code refusal.<rule>}).
 */
public final class Refusal extends NonTransientDataAccessException {

  private final String rule;

  public Refusal(String rule) {
    this(rule, null);
  }

  public Refusal(String rule, @Nullable Throwable cause) {
    super(rule, cause);
    this.rule = rule;
  }

  /** The rule's name in kebab-case, such as {@code windrush-guard}. */
  public String rule() {
    return rule;
  }
}
