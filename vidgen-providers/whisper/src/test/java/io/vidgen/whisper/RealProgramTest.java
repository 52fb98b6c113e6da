package io.vidgen.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.LocalPrograms;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeProviderConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real whisper-cli, where there is one, with models that know nothing: some without weights,
 * one with random ones. What they hear is nothing or nonsense; that they run is real.
 */
@Timeout(300)
class RealProgramTest {
  @TempDir private Path directory;
  private final FakeCallContext call = FakeCallContext.create();
  private Path program;

  @BeforeEach
  void find() {
    var config =
        FakeProviderConfig.of(
            Map.of(
                "vidgen.whisper.program",
                String.valueOf(System.getenv().getOrDefault("VIDGEN_WHISPER_PROGRAM", "")),
                "PATH",
                String.valueOf(System.getenv("PATH"))));
    var found = LocalPrograms.find(config, "vidgen.whisper.program", "whisper-cli", "whisper-cpp");
    assumeTrue(found.isPresent(), "needs whisper-cli on the PATH or VIDGEN_WHISPER_PROGRAM");
    program = found.get();
  }

  @AfterEach
  void close() {
    call.close();
  }

  @Test
  void call_modelWithoutWeights_hearsNoWords() throws Exception {
    var provider = provider(shared("for-tests-ggml-base.en.bin"));

    var result = hear(provider, null);

    assertThat(result.words()).isEmpty();
    assertThat(result.language()).isEqualTo(Locale.ENGLISH);
    assertThat(call.reported()).isSorted().endsWith(1.0);
  }

  /** Half a minute: it is never sure of what it heard and tries again and again. */
  @Test
  @Tag("soak")
  void call_modelWithRandomWeights_wordsAreInOrderAndInside() throws Exception {
    var result = hear(provider(randomModel()), Locale.FRENCH);

    assertInOrder(result.words());
    assertThat(result.language()).isEqualTo(Locale.FRENCH);
  }

  @Test
  void call_modelThatBrokeOff_isAFailureThatSaysWhy() throws Exception {
    var whole = Files.readAllBytes(randomModel());
    var half = Files.write(directory.resolve("half.bin"), Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> hear(provider(half), null))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.LOCAL))
        .hasMessageContaining("failed to load model");
  }

  @Test
  void call_cancelledWhileItRuns_endsWithinASecond() throws Exception {
    var provider = provider(shared("for-tests-ggml-tiny.bin"));
    var canceller =
        new Thread(
            () -> {
              while (children().isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
              }
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(700));
              call.cancel();
            });
    canceller.setDaemon(true);
    canceller.start();
    long start = System.nanoTime();

    assertThatThrownBy(() -> hear(provider, Locale.ENGLISH))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CANCELLED));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_500));
    assertThat(children()).isEmpty();
  }

  private Path randomModel() throws IOException {
    return RandomModel.make(
        shared("for-tests-ggml-tiny.bin"), directory.resolve("ggml-tiny.bin"), 1);
  }

  private List<ProcessHandle> children() {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().command().orElse("").equals(program.toString()))
        .toList();
  }

  private TranscriptionResult hear(TranscriptionProvider provider, Locale language)
      throws IOException, InterruptedException {
    var audio = call.input(Files.readAllBytes(shared("jfk.wav")), "audio/wav");
    return StandIn.hear(provider, audio, language, call);
  }

  private TranscriptionProvider provider(Path model) {
    return new WhisperCppTranscriptionProviderFactory()
        .create(
            FakeProviderConfig.of(
                Map.of(
                    "vidgen.whisper.program",
                    program.toString(),
                    "vidgen.whisper.model",
                    model.toString())));
  }

  private static void assertInOrder(List<WordTiming> words) {
    assertThat(words).isNotEmpty();
    var before = Duration.ZERO;
    for (var word : words) {
      assertThat(word.start()).isGreaterThanOrEqualTo(before);
      assertThat(word.end()).isLessThanOrEqualTo(Duration.ofSeconds(11));
      assertThat(word.text()).doesNotContain("[_", "\uFFFD");
      before = word.end();
    }
  }

  private static Path shared(String name) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var file = at.resolve("shared/media").resolve(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    assumeTrue(false, "needs ../shared/media/" + name + " beside the project");
    return Path.of(name);
  }
}
