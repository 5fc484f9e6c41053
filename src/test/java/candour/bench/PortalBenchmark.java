package candour.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** A portal of its own on a database of its own, and cookies that plain HTTP carries. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "candour.home=target/bench/${random.uuid}",
      "server.servlet.session.cookie.name=candour",
      "server.servlet.session.cookie.secure=false",
      "server.tomcat.max-keep-alive-requests=-1",
      "spring.main.banner-mode=off",
      "logging.level.root=warn",
    })
@ActiveProfiles("bench")
@interface PortalBenchmark {}
