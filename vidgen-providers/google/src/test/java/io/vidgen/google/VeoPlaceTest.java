package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.Problem.Severity;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;
import io.vidgen.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Models of the platform that are not offered everywhere. */
class VeoPlaceTest extends VeoFixture {
  @Test
  void check_otherLocation_warnsWithTheSetting() {
    assertThat(veo("europe-west4").check(Clips.clip().request()))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Severity.WARNING);
              assertThat(problem.field()).isEqualTo("vidgen.veo.location");
              assertThat(problem.message()).contains("europe-west4");
              assertThat(problem.remedy()).contains("us-central1");
            });
  }

  @Test
  void check_documentedLocationOrGeminiApi_isSilent() {
    assertThat(veo("us-central1").check(Clips.clip().request())).isEmpty();
    assertThat(google.provider().check(Clips.clip().request())).isEmpty();
  }

  @Test
  void submit_notFoundElsewhere_namesTheLocationFirst() {
    assertThat(remedyOfVeo("europe-west4"))
        .startsWith("set vidgen.veo.location to us-central1")
        .contains("europe-west4")
        .contains("veo-3.1-fast-generate-001");
  }

  @Test
  void submit_notFoundWhereItIsDocumented_namesOtherModels() {
    assertThat(remedyOfVeo("us-central1"))
        .contains("retired")
        .contains("veo-3.1-fast-generate-001")
        .doesNotContain("location");
  }

  @Test
  @SuppressWarnings("unchecked") // the provider says so
  void script_notFoundOnThePlatform_namesLocationAndModels() {
    var options = GeminiOptions.builder(platform("europe-west4")).build();
    var work = (QuickWork<ScriptRequest, ScriptResult>) new GeminiScriptProvider(options).work();
    var request =
        new ScriptRequest("tea", List.of(), Duration.ofSeconds(16), Locale.ENGLISH, 2, 2, null, 0);

    var thrown = catchThrowableOfType(VidgenException.class, () -> work.call(request, context));

    assertThat(thrown.failure().remedy())
        .contains("europe-west4")
        .contains("GOOGLE_CLOUD_LOCATION")
        .contains("vidgen.gemini.model");
  }

  @SuppressWarnings("unchecked") // the provider says so
  private String remedyOfVeo(String location) {
    var work = (LongRunningWork<ClipRequest, ClipResult>) veo(location).work();
    var thrown =
        catchThrowableOfType(
            VidgenException.class, () -> work.submit(Clips.clip().request(), context));
    return thrown.failure().remedy();
  }

  private VeoVideoProvider veo(String location) {
    return new VeoVideoProvider(VeoOptions.builder(platform(location)).build());
  }

  private GoogleOptions platform(String location) {
    return GoogleOptions.platform("films", location)
        .url(google.address())
        .accessTokens(() -> Secret.of("token-4711"))
        .build();
  }
}
