package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.job.FilterAnswer;
import io.vidgen.job.Narrated;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechProviderFactory;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVideoProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found wrong before anything is spent, and finding providers. */
@Timeout(300)
class ProblemsTest {
  private static final Narrated ONE = Studio.narrated("Only one sentence.");

  @TempDir Path directory;
  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void plan_languageWithoutAVoice_saysWhoIsThere() {
    var voice = FakeSpeechProvider.builder().id("only-french").languages("fr").build();
    try (var pipeline = studio.builder().speech(voice).build()) {
      assertThat(errors(pipeline.plan(ONE)))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.field()).isEqualTo("script.language");
                assertThat(problem.message()).contains("en").contains("only-french");
                assertThat(problem.remedy()).isNotBlank();
              });
    }
  }

  @Test
  void plan_everythingIsWrong_listsItAllAtOnceAndDoesNothing() {
    studio.composer.lacking("☃");
    var script = Studio.script("A snowman ☃.", "Another sentence.");
    var scenes =
        List.of(
            script.scenes().get(0),
            script.scenes().get(1).withMedia(directory.resolve("gone.png")));
    var request =
        VideoRequest.narrated(new Script("", Locale.ENGLISH, scenes))
            .music(directory.resolve("gone.mp3"))
            .build();

    var problems = errors(studio.plan(request));

    assertThat(problems)
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("script.scenes[0].caption", "script.scenes[1].media", "music");
    assertThat(studio.ledger.all()).isEmpty();
    assertThatThrownBy(() -> studio.render(request))
        .isInstanceOfSatisfying(
            VidgenException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
              assertThat(e.problems()).hasSize(3);
            });
    assertThat(studio.speech.calls().total()).isZero();
  }

  @Test
  void plan_mediaOfTheWrongKind_isAProblem() throws IOException {
    var sound = Files.writeString(directory.resolve("sound.mp3"), "sound");
    var text = Files.writeString(directory.resolve("text.txt"), "text");
    var script = Studio.script("One.", "Two.");
    var scenes =
        List.of(script.scenes().get(0).withMedia(sound), script.scenes().get(1).withMedia(text));

    var problems =
        errors(studio.plan(VideoRequest.narrated(new Script("", Locale.ENGLISH, scenes)).build()));

    assertThat(problems).hasSize(2);
    assertThat(problems.get(0).message()).contains("no picture");
    assertThat(problems.get(1).message()).contains("cannot be used");
  }

  @Test
  void build_unknownId_namesThoseThatAreThere() {
    assertThatThrownBy(() -> discovering().speech("nobody").build().close())
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("'nobody'")
        .hasMessageContaining("vidgen.speech");
  }

  @Test
  void plan_twoEquallyNearForOwnVoice_isNoErrorOfTheWholeStory() throws Exception {
    var vendor = FakeVendor.open(directory.resolve("vendor"));
    var story =
        VideoRequest.story(Studio.script("Hello.")).whenFiltered(FilterAnswer.OWN_VOICE).build();
    withFactories(
        List.of(Near.class.getName(), AlsoNear.class.getName()),
        () -> {
          var videos = FakeVideoProvider.of(vendor, SubmitSafety.RECONCILABLE);
          try (var pipeline = discovering().videos(videos).build()) {
            var plan = pipeline.plan(story);
            assertThat(plan.isRunnable()).isTrue();
            assertThat(plan.problems())
                .anyMatch(problem -> problem.message().contains("OWN_VOICE is passed over"));
          }
        });
  }

  @Test
  void plan_twoEquallyNear_asksToChoose() throws Exception {
    withFactories(
        List.of(Near.class.getName(), AlsoNear.class.getName()),
        () -> {
          try (var pipeline = discovering().build()) {
            assertThat(errors(pipeline.plan(ONE)))
                .singleElement()
                .satisfies(
                    problem ->
                        assertThat(problem.message()).contains("near").contains("also-near"));
          }
          try (var pipeline = discovering().speech("also-near").build()) {
            assertThat(pipeline.plan(ONE).isRunnable()).isTrue();
          }
          try (var pipeline = discovering().option("vidgen.speech", "near").build()) {
            assertThat(pipeline.plan(ONE).isRunnable()).isTrue();
          }
        });
  }

  @Test
  void build_brokenFactoriesOnTheClassPath_hideNobody() throws Exception {
    withFactories(
        List.of(
            "io.vidgen.engine.NotThere",
            BrokenConstructor.class.getName(),
            BrokenId.class.getName(),
            BrokenRank.class.getName(),
            BrokenAvailability.class.getName(),
            BrokenLinkage.class.getName(),
            Unavailable.class.getName(),
            Near.class.getName()),
        () -> {
          try (var pipeline = discovering().build()) {
            assertThat(pipeline.render(ONE).video()).exists();
          }
          assertThatThrownBy(() -> discovering().speech("unavailable").build().close())
              .isInstanceOf(VidgenException.class)
              .hasMessageContaining("no key")
              .hasMessageContaining("set KEY");
        });
  }

  @Test
  void build_optionOfAFactoryThatDoesNotNameItsSettings_isTaken() throws Exception {
    withFactories(
        List.of(Near.class.getName()),
        () -> {
          discovering()
              .speech("near")
              .option("vidgen.near.anything", "1")
              .option("VIDGEN_NEAR", "1")
              .option("vidgen.nearby.asked", "1")
              .build()
              .close();
          assertThatThrownBy(
                  () -> discovering().speech("near").option("vidgen.budgett", "1").build().close())
              .isInstanceOf(VidgenException.class)
              .hasMessageContaining("write vidgen.budget,");
        });
  }

  @Test
  void build_optionOfNobody_isRefused() {
    assertThatThrownBy(() -> studio.builder().option("vidgen.near.anything", "1").build().close())
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("is no setting that anything here reads");
  }

  @Test
  void plan_nobodyCanSpeak_saysWhyTheOthersCannot() throws Exception {
    withFactories(
        List.of(Unavailable.class.getName(), BrokenAvailability.class.getName()),
        () -> {
          try (var pipeline = discovering().build()) {
            assertThat(errors(pipeline.plan(ONE)))
                .singleElement()
                .satisfies(
                    problem ->
                        assertThat(problem.message())
                            .contains("no key -> set KEY")
                            .contains("broken-availability is broken"));
          }
        });
  }

  private static List<Problem> errors(RenderPlan plan) {
    assertThat(plan.isRunnable()).isEqualTo(plan.problems().isEmpty());
    return plan.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .toList();
  }

  /** Everything but the voice is given. */
  private VideoPipelineBuilder discovering() {
    return VideoPipeline.builder()
        .ledger(studio.ledger)
        .storage(studio.storage)
        .images(studio.images)
        .composer(studio.composer);
  }

  private interface Body {
    void run() throws Exception;
  }

  /** As if a jar with these factories, one line each in its services file, were there. */
  private void withFactories(List<String> names, Body body) throws Exception {
    var jars = new URL[] {jar("good", names), jar("damaged", List.of("this is no class name"))};
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    try (var loader = new URLClassLoader(jars, before)) {
      thread.setContextClassLoader(loader);
      body.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private URL jar(String name, List<String> factories) throws IOException {
    var root = directory.resolve(name);
    var services = Files.createDirectories(root.resolve("META-INF/services"));
    Files.write(services.resolve(SpeechProviderFactory.class.getName()), factories);
    return root.toUri().toURL();
  }

  /** A voice that works. */
  public static class Near implements SpeechProviderFactory {
    @Override
    public String id() {
      return "near";
    }

    @Override
    public Availability availability(ProviderConfig config) {
      var unused = config.value("vidgen.nearby.asked");
      return Availability.available();
    }

    @Override
    public SpeechProvider create(ProviderConfig config) {
      return FakeSpeechProvider.builder().id(id()).build();
    }
  }

  /** Another one, of the same rank. */
  public static class AlsoNear extends Near {
    @Override
    public String id() {
      return "also-near";
    }
  }

  /** Lacks a key. */
  public static class Unavailable extends Near {
    @Override
    public String id() {
      return "unavailable";
    }

    @Override
    public Availability availability(ProviderConfig config) {
      return Availability.missing("no key", "set KEY");
    }
  }

  /** Cannot be made. */
  public static class BrokenConstructor extends Near {
    /** Fails. */
    public BrokenConstructor() {
      throw new IllegalStateException("broken constructor");
    }
  }

  /** Cannot say who it is. */
  public static class BrokenId extends Near {
    @Override
    public String id() {
      throw new IllegalStateException("broken id");
    }
  }

  /** Cannot say how near it is. */
  public static class BrokenRank extends Near {
    @Override
    public int rank() {
      throw new IllegalStateException("broken rank");
    }
  }

  /** Cannot say whether it can be used. */
  public static class BrokenAvailability extends Near {
    @Override
    public String id() {
      return "broken-availability";
    }

    @Override
    public Availability availability(ProviderConfig config) {
      throw new IllegalStateException("broken availability");
    }
  }

  /** Misses a class that it was compiled with. */
  public static class BrokenLinkage extends Near {
    @Override
    public String id() {
      return "broken-linkage";
    }

    @Override
    public SpeechProvider create(ProviderConfig config) {
      throw new NoClassDefFoundError("com/vendor/Sdk");
    }
  }
}
