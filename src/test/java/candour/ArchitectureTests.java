package candour;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Bundles;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

/** The house rules: each fails when somebody builds across a wall. */
class ArchitectureTests {

  private static final ApplicationModules MODULES = ApplicationModules.of(Portal.class);
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("candour");

  /**
   * What other modules' SQL may name of the ground floor: who officers are and what they may do.
   */
  private static final Set<String> PUBLISHED =
      Set.of("platform.officer", "platform.holds", "platform.logged_of_case", "platform.key_of");

  @Test
  void modules_use_each_other_along_declared_arrows_only() {
    MODULES.verify();
  }

  @Test
  void the_arrows_are_those_of_the_decision_record() throws IOException {
    var drawn = new TreeSet<String>();
    var record = Files.readString(Path.of("src/docs/decisions/2026-11-21-shape.md"));
    var picture =
        record.substring(record.indexOf("```"), record.indexOf("ground floor, open to all"));
    for (var line : picture.split("\\s{3,}|\n", -1)) {
      var names = line.strip().split("\\s*─►\\s*", -1);
      for (int i = 1; i < names.length; i++) {
        for (var target : names[i].split(",\\s*", -1)) {
          drawn.add(names[i - 1] + " -> " + target);
        }
      }
    }
    var declared = new TreeSet<String>();
    var ground = Set.of("platform", "audit", "notifications", "intake", "demo");
    MODULES.stream()
        .filter(m -> !ground.contains(m.getIdentifier().toString()))
        .forEach(m ->
            declared.addAll(
                declaredDependencies(m.getBasePackage().getName()).stream()
                    .map(d -> m.getIdentifier() + " -> " + d)
                    .collect(Collectors.toSet())));
    assertThat(declared).isEqualTo(drawn).hasSize(17);
  }

  private static Set<String> declaredDependencies(String packageName) {
    var annotation =
        CLASSES
            .getPackage(packageName)
            .getAnnotationOfType(org.springframework.modulith.ApplicationModule.class);
    return new TreeSet<>(java.util.List.of(annotation.allowedDependencies()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "candour.casework.clock..",
        "candour.audit.merkle..",
        "candour.records.redaction..",
        "candour.response.pack..",
        "candour.exemptions.immigration..",
        "candour.exemptions.likeness.."
      })
  void domain_code_knows_neither_spring_nor_sql_nor_the_time(String domain) {
    noClasses()
        .that()
        .resideInAPackage(domain)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(CLASSES);
  }

  @Test
  void the_witness_needs_the_jdk_alone() {
    classes()
        .that()
        .resideInAnyPackage("candour.audit.merkle..", "candour.audit.witness..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "candour.audit.merkle..",
            "candour.audit.witness..",
            "java..",
            "javax.crypto..",
            "com.sun.net.httpserver..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() {
    var unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(p -> p.getName())
            .toList();
    assertThat(unmarked).isEmpty();
  }

  @Test
  void nothing_is_named_after_a_layer() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Service")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Dto")
        .orShould()
        .haveSimpleNameEndingWith("Info")
        .because("house rule 1: a module is a capability, a package a noun")
        .check(
            CLASSES.that(
                not(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName(
                        "ActingTransactionManager"))));
  }

  /** Façades and values are few; the pure cores in packages of their own account for the rest. */
  @Test
  void at_most_forty_three_types_in_a_hundred_are_public() {
    var top =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(c -> !c.getSimpleName().equals("package-info"))
            .toList();
    var open = top.stream().filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC)).toList();
    assertThat(open.size() * 100.0 / top.size())
        .as("share of public types")
        .isLessThanOrEqualTo(43);
  }

  @Test
  void every_fact_is_listed_and_has_words_for_the_history() throws IOException {
    var logged = new TreeSet<String>();
    for (var file : Bundles.files(Path.of("src/main/java"), ".java")) {
      Pattern.compile("String factClass\\(\\) \\{(.+?)\\n\\s+}\\n", Pattern.DOTALL)
          .matcher(Bundles.text(file))
          .results()
          .flatMap(body -> Pattern.compile("\"([^\"]+)\"").matcher(body.group(1)).results())
          .forEach(fact -> logged.add(fact.group(1)));
    }
    var record = Files.readString(Path.of("src/docs/decisions/2026-11-21-shape.md"));
    var list = record.substring(record.indexOf("Classes used:"), record.indexOf("## Façades"));
    var listed = Pattern.compile("`([a-z.-]+)`").matcher(list).results().map(m -> m.group(1));
    assertThat(listed).containsExactlyInAnyOrderElementsOf(logged);
    var words =
        Bundles.english("audit").keySet().stream()
            .filter(key -> key.startsWith("history.class."))
            .map(key -> key.substring("history.class.".length()));
    assertThat(words).containsExactlyInAnyOrderElementsOf(logged);
  }

  /** Oversight alone reads others' tables: their views of facts. */
  @Test
  void sql_names_only_its_own_modules_tables() throws IOException {
    var schemas =
        "platform|audit|notifications|identity|casework|exemptions|records|ledger|response|requester|oversight";
    var text = Pattern.compile("(?s)'\\\\?.'|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"");
    var sql = Pattern.compile("(?i)\\b(?:select|insert|update|delete|from|join)\\b");
    var name = Pattern.compile("(?<![\\w.'])(" + schemas + ")\\.[a-z_]+");
    try (var files = Files.walk(Path.of("src/main/java/candour"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var module = Path.of("src/main/java/candour").relativize(file).getName(0).toString();
        var foreign =
            text.matcher(Files.readString(file))
                .results()
                .map(m -> m.group())
                .filter(t -> sql.matcher(t).find())
                .flatMap(t -> name.matcher(t).results())
                .filter(m -> !m.group(1).equals(module))
                .filter(m -> !PUBLISHED.contains(m.group()))
                .filter(m -> !(module.equals("oversight") && m.group().endsWith(".facts")))
                .map(m -> m.group())
                .toList();
        assertThat(foreign).as(file.toString()).isEmpty();
      }
    }
  }

  /** Its post-processors change the doors of the one portal that all tests share. */
  @Test
  void no_test_uses_the_mocks_of_spring_security() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.security.test..")
        .check(new ClassFileImporter().importPackages("candour"));
  }

  @Test
  void controllers_are_not_public() {
    classes()
        .that(resideInAPackage("candour.."))
        .and()
        .areAnnotatedWith(org.springframework.stereotype.Controller.class)
        .should()
        .notBePublic()
        .check(CLASSES);
  }
}
