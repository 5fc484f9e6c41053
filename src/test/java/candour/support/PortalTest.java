package candour.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * The whole portal on an embedded PostgreSQL; one instance serves all tests of a run, each of which
 * finds its clock at the present.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "candour.home=target/test-homes/${random.uuid}",
      "candour.log.interval=200ms",
      "candour.log.witnesses[0].name=Clerk",
      "candour.log.witnesses[0].vkey=remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
      "candour.log.quorum=none",
      "candour.oversight.interval=1h",
      "candour.response.recall-window=0s",
      "server.servlet.session.cookie.name=candour",
      "server.servlet.session.cookie.secure=false",
    })
@ExtendWith(Present.class)
@Import({MovableClock.class, Samples.class, People.class, Races.class})
public @interface PortalTest {}
