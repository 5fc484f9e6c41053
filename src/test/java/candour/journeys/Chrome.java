package candour.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, which reaches this machine and nothing else. */
public final class Chrome {

  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private Chrome() {}

  public static boolean isThere() {
    return Files.exists(BROWSER) && Files.exists(DRIVER);
  }

  /**
   * Opens one.
   *
   * @param width in CSS pixels
   */
  public static ChromeDriver open(int width, boolean script, Path downloads) {
    try {
      var options = new ChromeOptions();
      options.setBinary(BROWSER.toString());
      options.addArguments(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-default-apps",
          "--disable-domain-reliability",
          "--window-size=" + width + ",1400",
          "--user-data-dir=" + Files.createTempDirectory("candour-browser"),
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
      options.setExperimentalOption("prefs", preferences(script, downloads));
      options.setCapability("goog:loggingPrefs", warnings());
      var service =
          new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
      return new ChromeDriver(service, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> preferences(boolean script, Path downloads) {
    return Map.of(
        "download.default_directory",
        downloads.toString(),
        "plugins.always_open_pdf_externally",
        true,
        "profile.managed_default_content_settings.javascript",
        script ? 1 : 2);
  }

  private static LoggingPreferences warnings() {
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    return logs;
  }
}
