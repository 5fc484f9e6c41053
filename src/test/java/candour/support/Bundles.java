package candour.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The words of the portal: a bundle in two languages beside the pages of each area. */
public final class Bundles {

  private static final Path ROOT = Path.of("templates");

  private Bundles() {}

  /** The areas that have words, by folder. */
  public static List<String> areas() {
    return files(ROOT, "messages.properties").stream()
        .map(it -> ROOT.relativize(it.getParent()).toString())
        .sorted()
        .toList();
  }

  public static Map<String, String> english(String area) {
    return read(ROOT.resolve(area).resolve("messages.properties"));
  }

  public static Map<String, String> welsh(String area) {
    return read(ROOT.resolve(area).resolve("messages_cy.properties"));
  }

  /** All files below a folder whose names end so. */
  public static List<Path> files(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(Path file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var messages = new TreeMap<String, String>();
    properties.forEach((key, value) -> messages.put((String) key, (String) value));
    return messages;
  }
}
