package candour.audit.log;

import candour.audit.NightlyChecks;
import candour.support.PortalTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A portal whose log grows when the test says so, and may be forged. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalTest
@TestPropertySource(properties = "candour.log.interval=1d")
@Import({LogBench.class, NightlyChecks.class, WitnessBench.class})
@interface LogTest {}
