package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.genai.Client;
import com.google.genai.types.HttpOptions;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.Availability;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeProviderConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How Google is reached, by code and by settings. */
class GoogleOptionsTest {
  private static final String NEW = "GOOGLE_GENAI_USE_ENTERPRISE";
  private static final String OLD = "GOOGLE_GENAI_USE_VERTEXAI";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "x-goog-api-key",
        "X-Goog-Api-Key",
        "proxy-authorization",
        "x-goog-iam-authorization-token",
        "Cookie"
      })
  void headers_thatCarryCredentials_areRefusedWithoutTheValue(String name) {
    var builder = GoogleOptions.builder(Secret.of(FakeGoogle.KEY));

    assertThatThrownBy(() -> builder.headers(Map.of(name, "secret-4711")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageNotContaining("4711");
  }

  @Test
  void headers_others_areKept() {
    var options =
        GoogleOptions.builder(Secret.of(FakeGoogle.KEY)).headers(Map.of("x-team", "films")).build();

    assertThat(options.headers()).containsExactly(Map.entry("x-team", "films"));
  }

  @Test
  void client_readyOneWithACookie_isRefused() {
    var http = HttpOptions.builder().headers(Map.of("Cookie", "session=4711")).build();
    try (var client =
        Client.builder().apiKey(FakeGoogle.KEY).vertexAI(false).httpOptions(http).build()) {
      assertThatThrownBy(() -> GoogleOptions.client(client))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("4711");
    }
  }

  @Test
  void publicMethods_ofOptions_giveNoCredentialAsText() {
    assertThat(GoogleOptions.class.getMethods())
        .extracting("name")
        .contains("key")
        .doesNotContain("tokens", "credentials");
  }

  @ParameterizedTest
  @CsvSource({"true, , true", "1, , true", "true, yes, true", ", true, true", "false, 0, false"})
  void from_eitherNameOfTheSwitch_isRead(String enterprise, String vertex, boolean isPlatform) {
    assertThat(GoogleOptions.from(both(enterprise, vertex)).isPlatform()).isEqualTo(isPlatform);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void from_namesOfTheSwitchDisagree_isRefusedAndNamesBoth(String enterprise, String vertex) {
    var config = both(enterprise, vertex);

    var thrown = catchThrowableOfType(VidgenException.class, () -> GoogleOptions.from(config));

    assertThat(thrown.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(thrown).hasMessageContaining(NEW).hasMessageContaining(OLD);
    assertThat(new GeminiScriptProviderFactory().availability(config))
        .isNotEqualTo(Availability.available());
  }

  @Test
  void from_locationOfVeo_isForVeoOnly() {
    var settings = platform("europe-west4");
    settings.put("vidgen.veo.location", "us-central1");
    var config = FakeProviderConfig.of(settings);

    assertThat(VeoOptions.from(config).google().location()).contains("us-central1");
    assertThat(VeoOptions.from(config).google().url())
        .hasToString("https://us-central1-aiplatform.googleapis.com");
    assertThat(GeminiOptions.from(config).google().location()).contains("europe-west4");
    assertThat(NanoBananaOptions.from(config).google().location()).contains("europe-west4");
  }

  @Test
  void from_locationOfVeoThatIsNone_isNamed() {
    var settings = platform("europe-west4");
    settings.put("vidgen.veo.location", "us/central1");

    assertThatThrownBy(() -> VeoOptions.from(FakeProviderConfig.of(settings)))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("vidgen.veo.location");
  }

  @Test
  void model_thatIsNoId_isRefusedAlikeByAll() {
    var google = GoogleOptions.builder(Secret.of(FakeGoogle.KEY)).build();

    assertRefused(GeminiOptions.builder(google)::model);
    assertRefused(NanoBananaOptions.builder(google)::model);
    assertRefused(VeoOptions.builder(google)::model);
  }

  private static void assertRefused(Consumer<String> model) {
    assertThatThrownBy(() -> model.accept("../files"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"../files\" is no id of a model");
  }

  private static FakeProviderConfig both(String enterprise, String vertex) {
    var settings = new HashMap<>(platform("us-central1"));
    settings.remove(OLD);
    settings.put("GEMINI_API_KEY", FakeGoogle.KEY);
    if (enterprise != null) {
      settings.put(NEW, enterprise);
    }
    if (vertex != null) {
      settings.put(OLD, vertex);
    }
    return FakeProviderConfig.of(settings);
  }

  private static Map<String, String> platform(String location) {
    return new HashMap<>(
        Map.of(OLD, "true", "GOOGLE_CLOUD_PROJECT", "films", "GOOGLE_CLOUD_LOCATION", location));
  }
}
