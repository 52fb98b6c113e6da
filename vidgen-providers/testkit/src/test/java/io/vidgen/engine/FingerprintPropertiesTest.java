package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.job.Chaining;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeScriptProvider;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVideoProvider;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Random requests: what identifies their steps, and what a change of one input does to them. */
@Timeout(300)
class FingerprintPropertiesTest {
  private static final int SOME = 40;
  private static final int MANY = 300;

  @TempDir Path directory;

  /** One scene in words, all of it drawn from a seed. */
  private record Part(String line, String picture) {
    static Part of(Random random) {
      return new Part(words(random) + ".", words(random));
    }

    private static String words(Random random) {
      return random
          .ints(2 + random.nextInt(6), 0, 10_000)
          .mapToObj(i -> "éwordİ" + Integer.toString(i, 36))
          .collect(Collectors.joining(" "));
    }
  }

  private record Draft(boolean story, double speed, int take, List<Part> parts) {
    static Draft of(Random random) {
      var parts = new ArrayList<Part>();
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        parts.add(Part.of(random));
      }
      return new Draft(random.nextBoolean(), 0.5 + random.nextInt(15) / 10.0, 0, parts);
    }

    /** The same with its maps filled in another order. */
    VideoRequest request(boolean reversed) {
      var scenes =
          parts.stream()
              .map(
                  p ->
                      new Scene(
                          "",
                          List.of(DialogueLine.narrator(p.line())),
                          p.picture(),
                          "",
                          null,
                          null,
                          null,
                          1))
              .toList();
      var script = new Script("Random", Locale.ENGLISH, scenes);
      var takes = new LinkedHashMap<Integer, Integer>();
      for (int i = 0; i < scenes.size(); i++) {
        takes.put(reversed ? scenes.size() - i : i + 1, 1);
      }
      if (story) {
        var builder = VideoRequest.story(script).chaining(Chaining.SEPARATE);
        takes.forEach(builder::take);
        return take == 0 ? builder.build() : builder.take(1, take + 1).build();
      }
      var builder = VideoRequest.narrated(script).speed(speed);
      takes.forEach(builder::take);
      return take == 0 ? builder.build() : builder.take(1, take + 1).build();
    }
  }

  /** The child: prints what identifies the steps of each random request. */
  public static void main(String[] args) throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (var world = new World(Files.createTempDirectory("fingerprints"))) {
      var random = new Random(Long.parseLong(args[0]));
      for (int i = Integer.parseInt(args[1]); i > 0; i--) {
        out.println(world.fingerprints(Draft.of(random).request(true)));
      }
    }
  }

  @Test
  void fingerprints_otherJvmLocaleZoneAndOrderOfMaps_areTheSame() throws Exception {
    assertSameInAnotherJvm(SOME);
  }

  @Test
  @Tag("soak")
  void fingerprints_ofManyInAnotherJvm_areTheSame() throws Exception {
    assertSameInAnotherJvm(MANY);
  }

  private void assertSameInAnotherJvm(int requests) throws Exception {
    long seed = 20_261_121;
    var here = new ArrayList<String>();
    try (var world = new World(directory)) {
      var random = new Random(seed);
      for (int i = 0; i < requests; i++) {
        here.add(world.fingerprints(Draft.of(random).request(false)).toString());
      }
    }
    assertThat(new TreeSet<>(here)).hasSize(requests);

    assertThat(child(seed, requests)).isEqualTo(here);
  }

  private List<String> child(long seed, int requests) throws Exception {
    var out = directory.resolve("child.txt");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Dfile.encoding=ISO-8859-1",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2",
                "-cp",
                System.getProperty("java.class.path"),
                FingerprintPropertiesTest.class.getName(),
                Long.toString(seed),
                Integer.toString(requests))
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(out);
  }

  @Test
  void fingerprints_oneInputChanged_changeOfExactlyTheStepsThatDependOnIt() {
    assertOneChangeIsFollowed(SOME);
  }

  @Test
  @Tag("soak")
  void fingerprints_manyInputsChanged_changeOfExactlyTheStepsThatDependOnThem() {
    assertOneChangeIsFollowed(MANY);
  }

  private void assertOneChangeIsFollowed(int changes) {
    var random = new Random(5);
    try (var world = new World(directory)) {
      for (int i = 0; i < changes; i++) {
        var before = Draft.of(random);
        int scene = 1 + random.nextInt(before.parts().size());
        var parts = new ArrayList<>(before.parts());
        var old = parts.get(scene - 1);
        boolean line = random.nextBoolean();
        parts.set(
            scene - 1,
            line ? new Part(old.line() + " More.", old.picture()) : new Part(old.line(), "x"));
        var after = new Draft(before.story(), before.speed(), 0, parts);

        var expected =
            before.story()
                ? Set.of("clip-" + scene)
                : Set.of((line ? "speech-" : "image-") + scene);
        assertThat(differing(world, before, after))
            .as("scene %d of %s", scene, before)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void fingerprints_anotherTakeOfASceneOrSpeed_changesOnlyWhatItIsAbout() {
    assertTakesAndSpeed(SOME / 2);
  }

  @Test
  @Tag("soak")
  void fingerprints_manyTakesAndSpeeds_changeOnlyWhatTheyAreAbout() {
    assertTakesAndSpeed(MANY / 3);
  }

  private void assertTakesAndSpeed(int changes) {
    var random = new Random(6);
    try (var world = new World(directory)) {
      for (int i = 0; i < changes; i++) {
        var before = Draft.of(random);
        var taken = new Draft(before.story(), before.speed(), 1, before.parts());
        assertThat(differing(world, before, taken))
            .isEqualTo(before.story() ? Set.of("clip-1") : Set.of("speech-1", "image-1"));
        var faster = new Draft(before.story(), before.speed() + 0.05, 0, before.parts());
        assertThat(differing(world, before, faster))
            .hasSize(before.story() ? 0 : before.parts().size())
            .allMatch(id -> id.startsWith("speech"));
      }
    }
  }

  /** The steps with known inputs that are not identified as before. */
  private static Set<String> differing(World world, Draft before, Draft after) {
    var old = world.fingerprints(before.request(false));
    var now = world.fingerprints(after.request(false));
    assertThat(now.keySet()).isEqualTo(old.keySet());
    var ids = new TreeSet<String>();
    now.forEach(
        (id, fingerprint) -> {
          if (!fingerprint.equals(old.get(id))) {
            ids.add(id);
          }
        });
    return ids;
  }

  /** A pipeline of fakes over an empty ledger. */
  private static final class World implements AutoCloseable {
    private final Studio studio = new Studio();
    private final VideoPipeline pipeline;

    World(Path directory) {
      var vendor = FakeVendor.open(directory.resolve("vendor"));
      pipeline =
          studio
              .builder()
              .videos(
                  FakeVideoProvider.of(vendor, SubmitSafety.RECONCILABLE)
                      .polled(Duration.ofSeconds(5), studio.time))
              .scripts(FakeScriptProvider.create())
              .transcription(FakeTranscriptionProvider.aligner())
              .build();
    }

    Map<String, String> fingerprints(VideoRequest request) {
      var plan = pipeline.plan(request);
      assertThat(plan.isRunnable()).as("%s", plan.problems()).isTrue();
      var known = new TreeMap<String, String>();
      for (PlannedStep step : plan.steps()) {
        var fingerprint = step.fingerprint();
        if (fingerprint != null) {
          known.put(step.id(), fingerprint.hex());
        }
      }
      return known;
    }

    @Override
    public void close() {
      pipeline.close();
      studio.close();
    }
  }
}
