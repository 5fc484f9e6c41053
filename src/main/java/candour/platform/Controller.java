package candour.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The controller (UK GDPR Art 4(7)) that this installation serves.
 *
 * @param secretaryOfState whether the immigration exemption exists here at all (DPA 2018 Sch 2 para
 *     4)
 * @param enforcementPromise whether the controller confirms that asking does not itself lead to
 *     enforcement
 * @param retentionYears how long a case is kept after its last answer: as long as a claim about it
 *     can be brought (Limitation Act 1980 ss.2, 9)
 * @param healthProfessional whether it decides on health data without asking somebody else (DPA
 *     2018 Sch 3 para 6)
 * @param guardNoticeDays how many days a requester has to object before the Windrush guard of their
 *     request ends, 1 to 365; counted from the day on which the notice went out
 */
@ConfigurationProperties("candour.controller")
public record Controller(
    @DefaultValue("Secretary of State for the Home Department") String name,
    @DefaultValue("Ysgrifennydd Gwladol yr Adran Gartref") String nameCy,
    @DefaultValue("true") boolean secretaryOfState,
    @DefaultValue("ENGLAND_AND_WALES") String bankHolidayDivision,
    @DefaultValue("Subject Access Requests, Lunar House, 40 Wellesley Road, Croydon CR9 2BY")
        String address,
    @DefaultValue("access-requests@candour.example") String email,
    @DefaultValue("0300 000 0000") String phone,
    @DefaultValue("false") boolean enforcementPromise,
    @DefaultValue("false") boolean healthProfessional,
    @DefaultValue("14") int guardNoticeDays,
    @DefaultValue("6") int retentionYears) {}
