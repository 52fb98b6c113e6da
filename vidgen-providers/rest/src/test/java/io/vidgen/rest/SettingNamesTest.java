package io.vidgen.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.rest.coqui.CoquiSpeechProviderFactory;
import io.vidgen.rest.did.DidAvatarProviderFactory;
import io.vidgen.rest.elevenlabs.ElevenLabsSpeechProviderFactory;
import io.vidgen.rest.wav2lip.Wav2LipLipSyncProviderFactory;
import io.vidgen.rest.whisper.WhisperTranscriptionProviderFactory;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.testkit.FakeProviderConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the factories say that they read, and one name for how much runs at once. */
class SettingNamesTest {
  private static final Map<String, String> COQUI = Map.of("COQUI_URL", "http://127.0.0.1:1");
  private static final Map<String, String> ELEVENLABS = Map.of("ELEVENLABS_API_KEY", "key-of-test");
  private static final Map<String, String> WHISPER = Map.of("WHISPER_URL", "http://127.0.0.1:1");
  private static final Map<String, String> OPENAI = Map.of("OPENAI_API_KEY", "key-of-test");
  private static final Map<String, String> WAV2LIP = Map.of("WAV2LIP_URL", "http://127.0.0.1:1");

  @TempDir Path directory;

  static Stream<Arguments> older() {
    return Stream.of(
        Arguments.of(new CoquiSpeechProviderFactory(), COQUI, "parallel"),
        Arguments.of(new ElevenLabsSpeechProviderFactory(), ELEVENLABS, "concurrency"),
        Arguments.of(new WhisperTranscriptionProviderFactory(), WHISPER, "parallel"),
        Arguments.of(new Wav2LipLipSyncProviderFactory(), WAV2LIP, "parallel"));
  }

  @ParameterizedTest
  @MethodSource("older")
  void create_concurrent_isReadAndWinsOverItsOlderName(
      ProviderFactory<?> factory, Map<String, String> settings, String older) {
    var name = "vidgen." + factory.id() + ".concurrent";
    var former = "vidgen." + factory.id() + "." + older;

    assertThatThrownBy(() -> create(factory, settings, name, "0", former, "1"))
        .hasMessageContaining(name);
    assertThatThrownBy(() -> create(factory, settings, former, "0")).hasMessageContaining(former);
    create(factory, settings, name, "2", former, "0");
  }

  @Test
  void settings_always_areThoseThatAreRead() throws IOException {
    assertReads(new CoquiSpeechProviderFactory(), COQUI);
    assertReads(new ElevenLabsSpeechProviderFactory(), ELEVENLABS);
    assertReads(new WhisperTranscriptionProviderFactory(), WHISPER, OPENAI);
    assertReads(new DidAvatarProviderFactory(), Map.of("DID_API_KEY", "user@example:key"));
    assertReads(new Wav2LipLipSyncProviderFactory(), WAV2LIP, programs());
  }

  private Map<String, String> programs() throws IOException {
    Files.createFile(directory.resolve("inference.py"));
    var python = Files.createFile(directory.resolve("python"));
    assertThat(python.toFile().setExecutable(true)).isTrue();
    var weights = Files.createFile(directory.resolve("wav2lip.pth"));
    return Map.of(
        "vidgen.wav2lip.directory",
        directory.toString(),
        "vidgen.wav2lip.python",
        python.toString(),
        "vidgen.wav2lip.checkpoint",
        weights.toString());
  }

  @SafeVarargs
  private static void assertReads(ProviderFactory<?> factory, Map<String, String>... ways) {
    Set<String> asked = new HashSet<>();
    for (var way : List.of(ways)) {
      var config = FakeProviderConfig.of(way);
      var unused = factory.create(config);
      asked.addAll(config.asked());
    }
    assertThat(factory.settings().orElseThrow())
        .as(factory.id())
        .containsExactlyInAnyOrderElementsOf(asked);
  }

  private static void create(
      ProviderFactory<?> factory, Map<String, String> settings, String... more) {
    var all = new HashMap<>(settings);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    var unused = factory.create(FakeProviderConfig.of(all));
  }
}
