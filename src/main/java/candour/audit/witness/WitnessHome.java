package candour.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.merkle.NotProven;
import candour.audit.merkle.VerifierKey;
import candour.audit.merkle.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder of a witness: its keys, the logs it knows, and what it has cosigned. */
final class WitnessHome {

  private final Path folder;

  WitnessHome(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the keys of a new witness.
   *
   * @return their vkeys
   */
  List<String> create(String name) throws IOException {
    if (Files.exists(keyFile())) {
      throw new Unusable("There is a witness in " + folder + " already. It keeps its key.");
    }
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    if (Files.notExists(logsFile())) {
      WholeFile.write(logsFile(), "# The logs to cosign for: the vkey of each on a line.\n");
    }
    var keys = Keys.generate(name);
    new LastSeen(folder).begin();
    WholeFile.write(keyFile(), Keys.write(keys));
    return keys.stream().map(key -> key.cosigner().vkey()).toList();
  }

  Witness open(Clock clock) throws IOException {
    if (Files.notExists(keyFile())) {
      throw new Unusable("There is no witness in " + folder + ". Make one: new-key NAME");
    }
    var others = PosixFilePermissions.fromString("---rwxrwx");
    if (Files.getPosixFilePermissions(keyFile()).stream().anyMatch(others::contains)) {
      throw new Unusable("Others may read the key file. Do: chmod 600 " + keyFile());
    }
    return new Witness(logs(), Keys.read(keyFile()), new LastSeen(folder), clock);
  }

  private Map<String, VerifierKey> logs() throws IOException {
    Map<String, VerifierKey> logs = new LinkedHashMap<>();
    for (var line : Files.readString(logsFile(), UTF_8).lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        var log = log(line);
        if (logs.put(log.name(), log) != null) {
          throw new Unusable(logsFile() + " names the log " + log.name() + " twice.");
        }
      }
    }
    if (logs.isEmpty()) {
      throw new Unusable("Write the vkey of the log into " + logsFile() + " first.");
    }
    return logs;
  }

  private VerifierKey log(String vkey) {
    try {
      return VerifierKey.parse(vkey);
    } catch (NotProven e) {
      throw new Unusable("In " + logsFile() + " is a line that is no vkey: " + e.getMessage(), e);
    }
  }

  private Path keyFile() {
    return folder.resolve("key");
  }

  private Path logsFile() {
    return folder.resolve("logs");
  }
}
