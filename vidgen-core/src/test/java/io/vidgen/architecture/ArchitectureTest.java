package io.vidgen.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which package may use which, and what the exported ones may mention. */
@AnalyzeClasses(packages = "io.vidgen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.vidgen";

  /** For each package what it may use beside itself, as the design says; internal ones apart. */
  private static final Map<String, List<String>> USES =
      Map.ofEntries(
          Map.entry("model", List.of()),
          Map.entry("audio", List.of()),
          Map.entry("error", List.of("model")),
          Map.entry("money", List.of("model")),
          Map.entry("event", List.of("model", "error")),
          Map.entry("subtitle", List.of("model", "error")),
          Map.entry("script", List.of("model", "error")),
          Map.entry("job", List.of("model", "error", "money", "event", "subtitle", "script")),
          Map.entry(
              "spi", List.of("model", "error", "money", "event", "subtitle", "script", "job")),
          Map.entry("ledger", List.of("model", "error", "money", "event", "job")),
          Map.entry("storage", List.of("model", "error", "money", "event", "job")),
          Map.entry(
              "queue",
              List.of("model", "error", "money", "event", "job", "spi", "ledger", "storage")),
          Map.entry(
              "routing",
              List.of("model", "error", "money", "event", "job", "spi", "ledger", "storage")),
          Map.entry(
              "webhook",
              List.of("model", "error", "money", "event", "job", "spi", "ledger", "storage")));

  /** Small helpers that packages beside the engine may use. */
  private static final List<String> HELPERS =
      List.of("io.vidgen.internal.io", "io.vidgen.internal.codec");

  @ArchTest
  static final ArchRule packages_never_goInCircles =
      slices().matching("io.vidgen.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule core_namesNoProviderAndNoProgram =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.vidgen.ffmpeg..",
              "io.vidgen.offline..",
              "io.vidgen.rest..",
              "io.vidgen.google..",
              "io.vidgen.testkit..",
              "io.vidgen.sandbox..");

  @ArchTest
  static final ArchRule core_startsNoProgram =
      noClasses().should().dependOnClassesThat().belongToAnyOf(ProcessBuilder.class, Process.class);

  @ArchTest
  static final ArchRule library_writesNothingToTheConsole =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule library_neverSleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class);

  @ArchTest
  static final ArchRule formats_neverDependOnTheDefaultLocale =
      noClasses()
          .should()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "format", String.class, Object[].class)
          .because("numbers would have other digits where the default locale has them");

  @ArchTest
  static void packages_useOnlyWhatIsBelowThem(JavaClasses all) {
    for (var rule : USES.entrySet()) {
      var allowed = new ArrayList<String>();
      allowed.add(ROOT + "." + rule.getKey());
      rule.getValue().forEach(name -> allowed.add(ROOT + "." + name));
      allowed.addAll(HELPERS);
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + rule.getKey())
          .should()
          .dependOnClassesThat(ours().and(notIn(allowed)))
          .because("the design says who may use whom")
          .allowEmptyShould(true)
          .check(all);
    }
  }

  @ArchTest
  static final ArchRule exportedPackages_areAllNamedInTheDesign =
      classes()
          .that()
          .resideOutsideOfPackage("io.vidgen.internal..")
          .should()
          .resideInAnyPackage(
              Stream.concat(Stream.of(ROOT), USES.keySet().stream().map(name -> ROOT + "." + name))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule helpers_useOnlyWhatEverybodyMay =
      noClasses()
          .that()
          .resideInAnyPackage(HELPERS.toArray(String[]::new))
          .should()
          .dependOnClassesThat(
              ours()
                  .and(
                      notIn(
                          Stream.concat(HELPERS.stream(), Stream.of("io.vidgen.model")).toList())));

  @ArchTest
  static final ArchRule internals_doNotKnowTheFrontDoor =
      noClasses()
          .that()
          .resideInAPackage("io.vidgen.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT);

  @ArchTest
  static final ArchRule exportedPackages_mentionOnlyTheirOwnTypes =
      classes()
          .that()
          .resideOutsideOfPackage("io.vidgen.internal..")
          .and()
          .arePublic()
          .should(mentionOnlyExportedTypes());

  private static DescribedPredicate<JavaClass> ours() {
    return DescribedPredicate.describe(
        "of this library", type -> type.getPackageName().startsWith(ROOT));
  }

  private static DescribedPredicate<JavaClass> notIn(List<String> packages) {
    return DescribedPredicate.describe(
        "outside of " + packages, type -> !packages.contains(type.getPackageName()));
  }

  private static ArchCondition<JavaClass> mentionOnlyExportedTypes() {
    return new ArchCondition<>("mention only java, jspecify and exported types") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getCodeUnits().stream()
            .filter(ArchitectureTest::isVisible)
            .flatMap(unit -> mentioned(unit).map(seen -> unit.getFullName() + " mentions " + seen))
            .forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
        type.getFields().stream()
            .filter(field -> isVisible(field.getModifiers()))
            .filter(field -> isForeign(field.getRawType()))
            .forEach(
                field ->
                    events.add(
                        SimpleConditionEvent.violated(type, field.getFullName() + " is foreign")));
      }
    };
  }

  private static Stream<String> mentioned(JavaCodeUnit unit) {
    var signature =
        Stream.concat(
            unit.getParameterTypes().stream().flatMap(t -> t.getAllInvolvedRawTypes().stream()),
            unit.getReturnType().getAllInvolvedRawTypes().stream());
    var thrown = unit.getThrowsClause().getTypes().stream();
    return Stream.concat(signature, thrown)
        .filter(ArchitectureTest::isForeign)
        .map(JavaClass::getName);
  }

  private static boolean isVisible(JavaCodeUnit unit) {
    return isVisible(unit.getModifiers());
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean isForeign(JavaClass type) {
    var element = type.getBaseComponentType();
    var name = element.getPackageName();
    return !element.isPrimitive()
        && !name.startsWith("java.")
        && !name.startsWith("org.jspecify.")
        && (!name.startsWith(ROOT) || name.startsWith(ROOT + ".internal"));
  }
}
