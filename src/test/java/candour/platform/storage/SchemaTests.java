package candour.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;

/**
 * What crosses schemas does so along a declared arrow, and points only at what is migrated before.
 */
class SchemaTests {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Set<String> GROUND = Set.of("platform", "audit", "notifications", "common");

  static Stream<String> modules() {
    return Migrations.ORDER.stream().filter(m -> !m.equals("__root"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void tables_point_along_the_arrows(String module) throws Exception {
    var named = named(module);
    named.remove(module);
    named.removeAll(GROUND);
    assertThat(arrows(module)).containsAll(named);
    assertThat(Migrations.ORDER.subList(0, Migrations.ORDER.indexOf(module))).containsAll(named);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void every_module_with_a_schema_is_in_the_order_after_those_it_uses(String module)
      throws ClassNotFoundException {
    var before = Migrations.ORDER.subList(0, Migrations.ORDER.indexOf(module));
    assertThat(before).containsAll(arrows(module));
    assertThat(Files.isDirectory(MIGRATIONS.resolve(module))).isTrue();
  }

  /** Rows may point at accounts and documents; what is read of the ground floor is published. */
  @ParameterizedTest
  @MethodSource("modules")
  void only_what_the_ground_floor_publishes_is_named(String module) throws IOException {
    var published =
        Set.of(
            "references platform.account",
            "references platform.document",
            "platform.officer",
            "platform.holds",
            "platform.controller",
            "notifications.went_out",
            "notifications.letter",
            "platform.case_key",
            "platform.emptied_with_case",
            "platform.emptied_words",
            "platform.deleted_with_case",
            "platform.outlives_case",
            "platform.stays_with_case",
            "platform.in_office",
            "platform.erase",
            "platform.destroy",
            "notifications.letter_waits",
            "references audit.vouched",
            "audit.newest_vouched",
            "audit.entries_about",
            "audit.vouches_for");
    var named = found(module, "(?:references )?(?:platform|audit|notifications)\\.[a-z_]+", 0);
    named.removeIf(name -> name.contains(module + "."));
    assertThat(published).containsAll(named);
  }

  private static Set<String> named(String module) throws IOException {
    var schemas =
        String.join("|", Migrations.ORDER.stream().filter(m -> !m.startsWith("_")).toList());
    return found(module, "(?<![\\w.'])(" + schemas + ")\\.[a-z_]+", 1);
  }

  private static Set<String> found(String module, String words, int group) throws IOException {
    var pattern = Pattern.compile(words);
    var found = new TreeSet<String>();
    try (var files = Files.list(MIGRATIONS.resolve(module))) {
      for (var file : files.toList()) {
        var sql =
            Files.readAllLines(file).stream()
                .filter(l -> !l.strip().startsWith("--"))
                .collect(Collectors.joining("\n"));
        pattern.matcher(sql).results().map(m -> m.group(group)).forEach(found::add);
      }
    }
    return found;
  }

  private static List<String> arrows(String module) throws ClassNotFoundException {
    var declared = Class.forName("candour." + module + ".package-info");
    return List.of(
        Objects.requireNonNull(declared.getAnnotation(ApplicationModule.class))
            .allowedDependencies());
  }
}
