package io.vidgen.rest.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import io.vidgen.rest.flow.Flows.Voice;
import io.vidgen.rest.whisper.WhisperTranscriptionProviderFactory;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.testkit.FakeProviderConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A face that speaks, from the text to the finished file. */
@Timeout(300)
class AvatarFlowTest {
  @TempDir static Path directory;

  private static Sandbox sandbox;
  private static Path face;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.builder().scale(0.01).start();
    face = Flows.face(directory);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Voice.class,
      names = {"AVATAR", "ELEVENLABS"})
  void render_avatar_playsWithCaptionsAtTheSpokenWords(Voice voice) throws Exception {
    var account = Account.of(sandbox);
    var hearing =
        new WhisperTranscriptionProviderFactory()
            .create(
                FakeProviderConfig.of(Map.of("WHISPER_URL", sandbox.url(Vendor.WHISPER) + "/cpp")));
    var job =
        Flows.inProcess(
            Files.createTempDirectory(directory, "film"),
            UnaryOperator.identity(),
            Flows.builder(sandbox.address(), voice, Films.COMPOSER).transcription(hearing),
            pipeline -> pipeline.submit(Flows.request(face, voice)));

    assertThat(job.state()).as("%s", job.failure()).isEqualTo(JobState.SUCCEEDED);
    var render = job.join();
    var report = Films.COMPOSER.inspect(render.video());
    assertThat(report.media().video().width()).isEqualTo(270);
    assertThat(report.media().video().height()).isEqualTo(480);
    assertThat(report.media().audio()).isNotNull();
    assertThat(report.startsFast()).isTrue();
    assertThat(report.black()).isEmpty();
    assertThat(report.problems()).isEmpty();

    var words = Films.words(render);
    assertThat(Films.plain(words)).isEqualTo(Films.plain(Flows.TEXT));
    assertThat(Files.readString(render.file(Render.SRT))).contains("boats");
    var heard = sandbox.hear(render.video()).orElseThrow();
    var differences = Films.differences(heard.words(), words);
    assertThat(differences.get(differences.size() / 2)).as("%s", differences).isLessThan(100L);
    for (var word : words) {
      var middle = word.start().plus(word.end()).dividedBy(2);
      assertThat(Films.highlighted(render.video(), middle))
          .as("%s", word)
          .isGreaterThan(Films.SOME);
    }
    assertThat(account.bought(Vendor.DID)).isEqualTo(1);
    assertThat(sandbox.leaks()).isEmpty();
  }

  static Stream<Fault> lostAnswers() {
    return Stream.of(
        new Fault.Drop(Fault.Moment.AFTER_ACCEPTANCE), new Fault.AcceptedError("gateway-timeout"));
  }

  @ParameterizedTest
  @MethodSource("lostAnswers")
  void render_answerOfThePurchaseIsLost_isFoundInTheListAndPaidOnce(Fault lost) throws Exception {
    var account = Account.of(sandbox);
    sandbox.inject(Vendor.DID, "CreateTalk", lost);

    var place = Files.createTempDirectory(directory, "lost");
    var job = Flows.render(place, sandbox.address(), Voice.AVATAR, face);
    var again = Flows.render(place, sandbox.address(), Voice.AVATAR, face);

    assertThat(job.state()).as("%s", job.failure()).isEqualTo(JobState.SUCCEEDED);
    assertThat(again.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(sandbox.pendingFaults()).isEmpty();
    assertThat(account.bought(Vendor.DID)).isEqualTo(1);
    assertThat(account.submits()).isEqualTo(1);
    assertThat(account.asked("GetTalks")).isPositive();
  }
}
