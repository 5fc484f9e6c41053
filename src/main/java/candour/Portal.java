package candour;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/**
 * The portal: one application, its modules and their arrows declared in each package. Beans have
 * their classes' full names, so that two modules may each have a page of the same name.
 */
@SpringBootApplication(
    exclude = UserDetailsServiceAutoConfiguration.class,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@Modulithic(
    systemName = "Candour",
    sharedModules = {"platform", "audit", "notifications", "intake"})
public class Portal {

  /** Starts the portal. */
  public static void main(String[] arguments) {
    SpringApplication.run(Portal.class, arguments);
  }
}
