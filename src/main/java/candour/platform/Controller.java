package candour.platform;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The controller (UK GDPR Art 4(7)) that this installation serves; without its names and ways to
 * reach it nothing starts.
 *
 * @param secretaryOfState whether the immigration exemption exists here at all (DPA 2018 Sch 2 para
 *     4)
 * @param enforcement what it says of passing on to enforcement that somebody asked; nothing, unless
 *     it is set
 * @param retentionYears how long a case is kept after its last answer: as long as a claim about it
 *     can be brought (Limitation Act 1980 ss.2, 9)
 * @param healthProfessional whether it decides on health data without asking somebody else (DPA
 *     2018 Sch 3 para 6)
 * @param guardNoticeDays how many days a requester has to object before the Windrush guard of their
 *     request ends, 1 to 365; counted from the day on which the notice went out
 */
@Validated
@ConfigurationProperties("candour.controller")
public record Controller(
    @NotBlank String name,
    @NotBlank String nameCy,
    @DefaultValue("true") boolean secretaryOfState,
    @DefaultValue("ENGLAND_AND_WALES") String bankHolidayDivision,
    @NotBlank String address,
    @NotBlank String email,
    @NotBlank String phone,
    @DefaultValue("NOT_STATED") Enforcement enforcement,
    @DefaultValue("false") boolean healthProfessional,
    @DefaultValue("14") int guardNoticeDays,
    @DefaultValue("6") int retentionYears) {

  /**
   * What the controller says of passing on to enforcement that somebody asked, and what they say.
   */
  public enum Enforcement {
    NOT_STATED,
    NOT_SHARED,
    MAY_BE_SHARED
  }

  /** Whether the law of Northern Ireland is that of this place. */
  public boolean inNorthernIreland() {
    return bankHolidayDivision.equals("NORTHERN_IRELAND");
  }
}
