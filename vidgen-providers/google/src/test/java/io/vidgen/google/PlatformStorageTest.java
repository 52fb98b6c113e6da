package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.SampleMp4;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Veo on the platform with a bucket, from which videos are fetched and extended. */
class PlatformStorageTest {
  private static final String MODEL =
      "projects/films/locations/us-central1/publishers/google/models/veo-3.1-generate-001";
  private static final String SUBMIT = "POST /v1beta1/" + MODEL + ":predictLongRunning";
  private static final String POLL = "POST /v1beta1/" + MODEL + ":fetchPredictOperation";
  private static final String NAME = MODEL + "/operations/3c2f-11ee";
  private static final String VIDEO = "gs://films/stories/42/sample_0.mp4";
  private static final String FILE = "GET /storage/v1/b/films/o/stories%2F42%2Fsample_0.mp4";

  private FakeGoogle google;
  private FakeCallContext context;

  @BeforeEach
  void start() throws IOException {
    google = new FakeGoogle().answers(SUBMIT, 200, "{\"name\":\"" + NAME + "\"}");
    google.answers(
        POLL,
        200,
        "{\"done\":true,\"response\":{\"videos\":[{\"gcsUri\":\""
            + VIDEO
            + "\",\"mimeType\":\"video/mp4\"}]}}");
    context = FakeCallContext.create();
  }

  @AfterEach
  void stop() {
    context.close();
    google.close();
  }

  @Test
  void work_withABucket_namesItFetchesWithTheTokenAndCanGoOn() throws Exception {
    google.file(FILE, SampleMp4.of(8000));

    var operation = work().submit(Clips.clip().request(), context);
    var result = work().collect(operation, Clips.clip().request(), context);

    assertThat(FakeGoogle.body(google.asked(SUBMIT).get(0)))
        .contains("\"storageUri\":\"gs://films/stories\"");
    var fetched = google.asked(FILE).get(0);
    assertThat(fetched.getHeaders().get("Authorization")).isEqualTo("Bearer token-4711");
    assertThat(fetched.getUrl().queryParameter("alt")).isEqualTo("media");
    assertThat(context.bytes(result.video())).isEqualTo(SampleMp4.of(8000));
    assertThat(result.source()).isNotNull();
    assertThat(result.source().reference()).isEqualTo(VIDEO);
    assertThat(result.source().expiresAt()).isAfter(Instant.now().plus(Duration.ofDays(300)));

    var more = Clips.clip();
    more.seconds = 7;
    more.extend = result.source();
    work().submit(more.request(), context);

    assertThat(FakeGoogle.body(google.asked(SUBMIT).get(1)))
        .contains("\"video\":{\"gcsUri\":\"" + VIDEO + "\",\"mimeType\":\"video/mp4\"}");
  }

  @Test
  void limits_withABucket_areThoseOfThePlatform() {
    var limits = provider().limits();

    assertThat(limits.extension()).isEqualTo(Duration.ofSeconds(7));
    assertThat(limits.maxExtensions()).isEqualTo(4);
    assertThat(limits.maxLength()).isEqualTo(Duration.ofSeconds(37));
  }

  @Test
  void check_sourcesUpTo30Seconds_areTaken() {
    var last = Clips.clip();
    last.seconds = 7;
    last.extend = Clips.video(VIDEO, 29, 3);
    var tooMuch = Clips.clip();
    tooMuch.seconds = 7;
    tooMuch.extend = Clips.video(VIDEO, 36, 4);

    assertThat(provider().check(last.request())).isEmpty();
    assertThat(provider().check(tooMuch.request()))
        .extracting(Problem::message)
        .contains("a video of more than 30 s cannot be extended");
  }

  @Test
  void collect_bucketThatMayNotBeRead_saysWhatIsMissing() {
    google.answers(FILE, 403, "{\"error\":{\"code\":403,\"message\":\"no access\"}}");

    var thrown = collect(Duration.ofMinutes(3));

    assertThat(thrown.kind()).isEqualTo(FailureKind.AUTHENTICATION);
    assertThat(thrown.failure().charged()).isNull();
    assertThat(thrown).hasMessageContaining(VIDEO).hasMessageContaining("storage.objects.get");
  }

  @Test
  void collect_fileDeleted_isExpiredOnlyWhenItIsOld() {
    assertThat(collect(Duration.ofHours(3)).kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(collect(Duration.ofHours(50)).kind()).isEqualTo(FailureKind.EXPIRED);
  }

  @Test
  void storage_whereItMakesNoSense_isRefused() {
    var gemini = VeoOptions.builder(GoogleOptions.builder(Secret.of(FakeGoogle.KEY)).build());

    assertThatThrownBy(() -> gemini.storage("gs://films"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the Gemini API");
    assertThatThrownBy(() -> options().storage("https://films/x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gs://bucket/folder");
  }

  private VidgenException collect(Duration age) {
    var operation = new RemoteOperation("veo", NAME, Instant.now().minus(age), Map.of());
    return catchThrowableOfType(
        VidgenException.class, () -> work().collect(operation, Clips.clip().request(), context));
  }

  private VeoOptionsBuilder options() {
    return VeoOptions.builder(
        GoogleOptions.platform("films", "us-central1")
            .accessTokens(() -> Secret.of("token-4711"))
            .url(google.address())
            .build());
  }

  private VeoVideoProvider provider() {
    return new VeoVideoProvider(options().storage("gs://films/stories/").build());
  }

  @SuppressWarnings("unchecked") // the provider says so
  private LongRunningWork<ClipRequest, ClipResult> work() {
    return (LongRunningWork<ClipRequest, ClipResult>) provider().work();
  }
}
