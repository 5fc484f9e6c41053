package candour.audit.log;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the log takes a new key.
 *
 * @param rotations the first day of each key after the first, in London and in their order
 * @param keyOverlap for how long after that the key before still signs as well
 */
@ConfigurationProperties("candour.log")
record KeySettings(
    @DefaultValue List<LocalDate> rotations, @DefaultValue("90d") Period keyOverlap) {}
