package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Character;
import io.vidgen.money.Price;
import io.vidgen.storage.CharacterStores;
import io.vidgen.storage.Storages;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.FakeScriptProvider;
import io.vidgen.testkit.FakeTranscriptionProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A plan buys nothing, sends nothing, writes nothing and leaves nothing running. */
class PlanNothingTest extends StoryFixture {
  private final FakeScriptProvider scripts = FakeScriptProvider.create();
  private final FakeTranscriptionProvider listener = FakeTranscriptionProvider.aligner();

  @Override
  VideoPipelineBuilder builder() {
    return super.builder().scripts(scripts).transcription(listener);
  }

  @Test
  void plan_everyKindOfRequest_callsNobodyAndWritesNothing() throws Exception {
    var home = Files.createDirectories(directory.resolve("home"));
    var zoo =
        RequestZoo.all(directory, Character.create("Mia", "a child with red boots", "")).values();
    try (var storage = Storages.directory(home.resolve("videos"));
        var characters = CharacterStores.directory(home.resolve("characters"));
        var ledger = Ledgers.directory(home.resolve("ledger"));
        var pipeline =
            builder().ledger(readOnly(ledger)).storage(storage).characters(characters).build()) {
      var threads = threads();
      var before = files(home);

      for (var request : zoo) {
        var plan = pipeline.plan(request);
        assertThat(plan.isRunnable()).as("%s", plan.problems()).isTrue();
        assertThat(plan.steps()).isNotEmpty();
      }

      assertThat(files(home)).isEqualTo(before);
      assertThat(threads()).isEqualTo(threads);
      assertThat(ledger.all()).isEmpty();
    }
    assertThat(studio.speech.calls().total()).isZero();
    assertThat(studio.images.calls().total()).isZero();
    assertThat(scripts.calls().total()).isZero();
    assertThat(vendor.posts()).isZero();
    assertThat(vendor.charges()).isEmpty();
  }

  @Test
  void plan_everyKindOfRequestOnceMore_writesNothing() throws Exception {
    var zoo =
        RequestZoo.all(directory, Character.create("Mia", "a child with red boots", "")).values();
    for (var request : zoo) {
      render(request);
    }
    int posts = vendor.posts();
    try (var pipeline = builder().ledger(readOnly(studio.ledger)).build()) {
      var threads = threads();

      for (var request : zoo) {
        assertThat(pipeline.plan(request).price()).isEqualTo(Price.free());
      }

      assertThat(threads()).isEqualTo(threads);
    }
    assertThat(vendor.posts()).isEqualTo(posts);
  }

  /** Every write fails. */
  private static Ledger readOnly(Ledger ledger) {
    return CrashingLedger.failing(ledger, new CrashingLedger.Point("", 1, false));
  }

  /** Those that belong to pipelines; those of the test's JVM come and go. */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("vidgen"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeMap<String, String> files(Path root) throws IOException {
    var found = new TreeMap<String, String>();
    try (var all = Files.walk(root)) {
      for (var file : (Iterable<Path>) all::iterator) {
        var size = Files.isRegularFile(file) ? Files.size(file) : -1;
        found.put(root.relativize(file).toString(), size + " " + Files.getLastModifiedTime(file));
      }
    }
    return found;
  }
}
