package io.vidgen.rest.wav2lip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import io.vidgen.spi.Availability;
import io.vidgen.spi.LipSyncProvider;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeProviderConfig;
import io.vidgen.testkit.ProviderFactoryContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of factories, and the two ways. */
final class Wav2LipFactoryTest extends ProviderFactoryContract {
  @Override
  protected ProviderFactory<?> factory() {
    return new Wav2LipLipSyncProviderFactory();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("WAV2LIP_URL", "http://127.0.0.1:8000");
  }

  @Override
  protected Set<String> needed() {
    return Set.of("WAV2LIP_URL");
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
  void server_addressThatLeaksOrMisleads_isRefused() {
    for (var address :
        List.of("http://host.invalid:8000", "https://me:pw@host.invalid", "ftp://127.0.0.1")) {
      assertThatThrownBy(() -> Wav2LipServer.of(URI.create(address), Wav2LipShape.fastApi()))
          .isInstanceOf(VidgenException.class)
          .hasMessageNotContaining("pw");
    }
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

  @Test
  void create_wrongAddressInTheVariable_isNamedAsSuch() {
    var config = FakeProviderConfig.of(Map.of("WAV2LIP_URL", "http://host.invalid:80"));

    assertThatThrownBy(() -> factory().create(config))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("WAV2LIP_URL")
        .hasMessageContaining("vidgen.wav2lip.allow-http");
  }
}
