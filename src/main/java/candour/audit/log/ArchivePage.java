package candour.audit.log;

import candour.audit.log.ArchiveFolder.Stored;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Offers the archived log, whose files never change. */
@Controller
class ArchivePage {

  /** A night as the page shows it. */
  record Night(LocalDate day, String name, long kilobytes) {}

  /** A volume as the page shows it, with the places of its entries. */
  record Volume(String name, long first, long last, long kilobytes) {}

  /** A file of a log that ended, which is named by the number of the log too. */
  record EndedFile(String name, long kilobytes) {}

  private static final MediaType ZIP = MediaType.valueOf("application/zip");

  private final Archive archive;

  ArchivePage(Archive archive) {
    this.archive = archive;
  }

  @GetMapping("/log/archive")
  String show(Model model) {
    var entries = archive.volumeEntries();
    model.addAttribute(
        "nights", archive.folder().nights().stream().map(ArchivePage::night).toList());
    model.addAttribute("volumes", volumes(archive.folder().volumes(), entries));
    model.addAttribute("entries", entries);
    var ended = archive.ended();
    model.addAttribute(
        "ended",
        IntStream.range(0, ended.size())
            .boxed()
            .flatMap(log -> files(log + 1, ended.get(log)).stream())
            .toList());
    return "audit/archive";
  }

  private static List<EndedFile> files(int log, ArchiveFolder folder) {
    return Stream.concat(folder.nights().stream(), folder.volumes().stream())
        .map(each -> new EndedFile(log + "/" + each.name(), kilobytes(each)))
        .toList();
  }

  private static Night night(Stored stored) {
    var day = LocalDate.parse(stored.name().replace(".zip", ""));
    return new Night(day, stored.name(), kilobytes(stored));
  }

  private static List<Volume> volumes(List<Stored> stored, long entries) {
    return stored.stream()
        .map(each -> {
          var number = Long.parseLong(each.name().replaceAll("\\D", ""));
          var first = number * entries;
          return new Volume(each.name(), first, first + entries - 1, kilobytes(each));
        })
        .toList();
  }

  private static long kilobytes(Stored stored) {
    return Math.ceilDiv(stored.bytes(), 1024);
  }

  @GetMapping("/log/archive/{name}")
  ResponseEntity<Resource> file(@PathVariable String name) {
    return send(archive.folder(), name);
  }

  @GetMapping("/log/archive/{number:[1-9][0-9]?}/{name}")
  ResponseEntity<Resource> ended(@PathVariable int number, @PathVariable String name) {
    var ended = archive.ended();
    if (number > ended.size()) {
      throw new EmptyResultDataAccessException(1);
    }
    return send(ended.get(number - 1), name);
  }

  /** Also in parts, so that an interrupted download goes on. */
  private static ResponseEntity<Resource> send(ArchiveFolder folder, String name) {
    var stored = folder.named(name).orElseThrow(() -> new EmptyResultDataAccessException(1));
    return ResponseEntity.ok()
        .contentType(ZIP)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(new FileSystemResource(stored.path()));
  }
}
