package io.vidgen.rest.wav2lip;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.rest.contract.ServerFactoryContract;
import io.vidgen.spi.Availability;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeProviderConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of factories, and the two ways. */
final class Wav2LipFactoryTest extends ServerFactoryContract {
  @Override
  protected ProviderFactory<?> factory() {
    return new Wav2LipLipSyncProviderFactory();
  }

  @Override
  protected String variable() {
    return "WAV2LIP_URL";
  }

  @Override
  protected String prefix() {
    return "vidgen.wav2lip.";
  }

  @Override
  protected Object options(URI address) {
    return Wav2LipServer.of(address, Wav2LipShape.fastApi());
  }

  @Override
  protected Map<String, String> senseless() {
    return Map.of(
        "vidgen.wav2lip.url", "127.0.0.1:8000/x y",
        "vidgen.wav2lip.shape", "round",
        "vidgen.wav2lip.result", "song",
        "vidgen.wav2lip.pads", "1 2 three",
        "vidgen.wav2lip.resize", "0",
        "vidgen.wav2lip.fields", "pads",
        "vidgen.wav2lip.timeout", "soon");
  }

  @Test
  void availability_directoryAndAddress_isAContradiction() {
    assertThat(
            missing(
                Map.of(
                    "WAV2LIP_URL", "http://127.0.0.1:8000",
                    "vidgen.wav2lip.directory", "/opt/Wav2Lip")))
        .contains("both");
  }

  @Test
  void availability_directoryStepByStep_saysWhatIsMissing(@TempDir Path directory)
      throws IOException {
    var settings =
        Map.of(
            "vidgen.wav2lip.directory", directory.toString(),
            "vidgen.wav2lip.python", directory.resolve("python").toString());
    assertThat(missing(settings)).contains("inference.py");

    Files.writeString(directory.resolve("inference.py"), "");
    assertThat(missing(settings)).contains("weights");

    Files.createDirectory(directory.resolve("checkpoints"));
    Files.writeString(directory.resolve("checkpoints").resolve("wav2lip.pth"), "");
    assertThat(missing(settings)).contains("Python");
  }

  @Test
  void callLimit_always_exceedsTheTimeout() throws Exception {
    var settings = Map.of("WAV2LIP_URL", "http://127.0.0.1:8000", "vidgen.wav2lip.timeout", "2h");
    var provider = (LipSyncProvider) factory().create(FakeProviderConfig.of(settings));
    try (var context = FakeCallContext.create()) {
      assertThat(provider.callLimit(FaceAndSpeech.request(context)))
          .isGreaterThan(Duration.ofHours(2));
    }
  }

  private String missing(Map<String, String> settings) {
    var availability = factory().availability(FakeProviderConfig.of(settings));
    return ((Availability.Missing) availability).what();
  }
}
