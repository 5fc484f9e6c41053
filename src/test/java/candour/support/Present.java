package candour.support;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Every test leaves the portal's clock at the present, wherever it was moved to. */
final class Present implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext test) {
    SpringExtension.getApplicationContext(test).getBean(MovableClock.class).reset();
  }
}
