package candour.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the controller says of itself in its privacy notice (UK GDPR Art 13) and its accessibility
 * statement (SI 2018/952 reg 8); nothing starts while any of it is missing.
 *
 * @param protectionOfficer how to reach the data protection officer
 * @param commissioner where to complain to beyond the controller
 * @param recipients to whom it gives what people send here; none if to nobody
 * @param compliance how far the pages meet WCAG 2.2, level AA
 * @param knownFaults what does not meet it, beside what the portal says itself
 * @param testedBy who tested, and how
 * @param replyDays in how many days whoever needs another form has an answer
 */
@Validated
@ConfigurationProperties("candour.statements")
public record Statements(
    @NotNull @Valid Words protectionOfficer,
    @NotNull @Valid Words commissioner,
    @DefaultValue List<@Valid Words> recipients,
    @NotNull Compliance compliance,
    @DefaultValue List<@Valid Words> knownFaults,
    @NotNull @Valid Words testedBy,
    @NotNull LocalDate testedOn,
    @NotNull LocalDate preparedOn,
    @DefaultValue("5") int replyDays) {

  public enum Compliance {
    FULL,
    PARTIAL,
    NONE
  }

  /** The same in both languages. */
  public record Words(@NotBlank String en, @NotBlank String cy) {

    public String in(Locale language) {
      return language.getLanguage().equals("cy") ? cy : en;
    }
  }
}
