package candour.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a browser puts what it downloads. */
record Downloads(Path folder) {

  static Downloads inNewFolder() {
    try {
      return new Downloads(Files.createTempDirectory("candour-downloads"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole files: Chromium gives a file its name when all of it is there. */
  List<Path> files() {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.(pdf|zip)")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
