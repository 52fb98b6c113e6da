package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.job.FilterAnswer;
import io.vidgen.spi.ClipRequest;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeVendor.Fault;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a story says to do when a clip is refused. */
class FilterAnswerTest extends RefusalFixture {

  @Test
  void render_noAnswer_failsAtOnceAndNamesTheAnswers() throws Exception {
    var failure = failure(story("Two is " + BAD + "."));

    assertThat(failure.kind()).isEqualTo(FailureKind.CONTENT_FILTERED);
    assertThat(failure.failure().message()).contains("scene 2", "fake-video", "was filtered");
    assertThat(failure.failure().remedy()).contains("ASK_AGAIN, SOFTEN, OWN_VOICE, NEXT_PROVIDER");
    assertThat(failure.failure().context().scene()).isEqualTo(2);
    assertThat(sent()).hasSize(2);
  }

  @Test
  void render_askAgain_asksTheSameOnceMore() throws Exception {
    var story = story("Two is " + BAD_ONCE + ".", FilterAnswer.ASK_AGAIN);

    var render = render(story);

    assertThat(sent()).extracting(ClipRequest::repeat).containsExactly(0, 0, 1, 0);
    assertThat(prompts().get(2)).isEqualTo(prompts().get(1));
    assertThat(sent().get(3).extend()).isNotNull();
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(22));
    assertThat(manifest(render)).contains("it is asked for once more");
  }

  @Test
  void render_soften_filmsAndCaptionsTheMilderScene() throws Exception {
    var render = render(story("Two is " + BAD + ".", FilterAnswer.SOFTEN));

    assertThat(writer.requests())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.revision().reason()).contains("was filtered");
              // The time that the words have: the clip goes on from another.
              assertThat(asked.duration()).isEqualTo(Duration.ofSeconds(7));
              assertThat(asked.clips()).isEqualTo(1);
            });
    assertThat(prompts().get(2)).contains("Two is (mild).").doesNotContain(BAD);
    assertThat(Files.readString(render.file("captions.srt")).replaceAll("\\s+", " "))
        .contains("mild")
        .doesNotContain(BAD);
    assertThat(manifest(render)).contains("written anew, milder");
  }

  @Test
  void plan_softenAfterARefusal_announcesSceneAndClip() throws Exception {
    failure(story("Two is " + BAD + "."));

    var plan = plan(story("Two is " + BAD + ".", FilterAnswer.SOFTEN));

    assertThat(ids(plan)).contains("soften-2-soften", "clip-2-soften").doesNotContain("clip-2");
  }

  @Test
  void render_answersThatNobodyCanGive_arePassedOverWithAWarning() throws Exception {
    var french = FakeSpeechProvider.builder().languages("fr").build();
    var story =
        story(
            "Two is " + BAD_ONCE + ".",
            FilterAnswer.SOFTEN,
            FilterAnswer.OWN_VOICE,
            FilterAnswer.NEXT_PROVIDER,
            FilterAnswer.ASK_AGAIN);
    try (var pipeline = unwritten().speech(french).build()) {
      var plan = pipeline.plan(story);

      assertThat(errors(plan)).isEmpty();
      for (var answer : List.of("SOFTEN", "OWN_VOICE", "NEXT_PROVIDER")) {
        assertThat(plan.problems())
            .filteredOn(problem -> problem.field().equals("whenFiltered"))
            .extracting(Problem::message)
            .anyMatch(message -> message.contains(answer) && message.contains("passed over"));
      }
      var job = pipeline.submit(story);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      assertThat(job.join().duration()).isEqualTo(Duration.ofSeconds(22));
    }
  }

  @Test
  void render_ownVoice_filmsWithoutSpeechAndSpeaksItself() throws Exception {
    var mute = new NeverSilent(camera);

    var story = story("Two is " + BAD + ".", FilterAnswer.OWN_VOICE);
    var render = render(b -> b.videos(mute), story);

    assertThat(prompts().get(2)).contains("Nobody speaks.").doesNotContain(BAD);
    assertThat(studio.speech.calls().log())
        .extracting(call -> call.detail())
        .containsExactly("Two is " + BAD + ".");
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(22));
    // The chain's sound up to the clip, our voice, and the stretch after it.
    assertThat(asked("audio")).anyMatch(line -> line.contains("STRETCH"));
    assertThat(asked("mix")).singleElement().asString().contains("audio/wav");
  }

  @Test
  void render_ownVoiceWhereSoundCanBeLeftOut_keepsThePrompt() throws Exception {
    vendor.onPoll(new Fault.None(), new Fault.FailOperation(REFUSED));

    render(story("Two comes in.", FilterAnswer.OWN_VOICE));

    assertThat(sent()).extracting(ClipRequest::audio).containsExactly(true, true, false, true);
    assertThat(prompts().get(2)).isEqualTo(prompts().get(1));
  }

  @Test
  void render_nextProviderForTheFirstClip_goesOnThere() throws Exception {
    vendor.onPoll(new Fault.FailOperation(REFUSED));
    var second = camera("second-video");

    var story = story("Two comes in.", FilterAnswer.NEXT_PROVIDER);
    render(b -> b.videos(camera, second), story);

    assertThat(sent()).hasSize(1);
    assertThat(second.requests()).hasSize(3);
    assertThat(second.requests().get(1).extend().provider()).isEqualTo("second-video");
    assertThat(redone(b -> b.videos(second, camera), story)).isEmpty();
  }

  @Test
  void render_nextProviderForAnExtension_beginsANewChainThere() throws Exception {
    vendor.onPoll(new Fault.None(), new Fault.FailOperation(REFUSED));
    var second = camera("second-video");

    var story = story("Two comes in.", FilterAnswer.NEXT_PROVIDER);
    var render = render(b -> b.videos(camera, second), story);

    assertThat(second.requests().get(0).extend()).isNull();
    assertThat(second.requests().get(1).extend().provider()).isEqualTo("second-video");
    assertThat(manifest(render)).contains("a new chain begins");
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(23));
  }

  @Test
  void render_severalAnswers_areTakenInOrder() throws Exception {
    var story = story("Two is " + BAD + ".", FilterAnswer.ASK_AGAIN, FilterAnswer.SOFTEN);

    render(story);

    assertThat(sent()).extracting(ClipRequest::repeat).containsExactly(0, 0, 1, 0, 0);
    assertThat(bought()).hasSize(3);
  }

  @Test
  void render_everyAnswerRefused_saysWhatWasTried() throws Exception {
    var stubborn = writer.changing(script -> script(scene("The sea.", "Still " + BAD + ".")));

    var failure =
        failure(
            b -> b.scripts(stubborn),
            story("Two is " + BAD + ".", FilterAnswer.ASK_AGAIN, FilterAnswer.SOFTEN));

    assertThat(failure.failure().message()).contains("after ASK_AGAIN, SOFTEN was tried");
    assertThat(failure.failure().remedy()).contains("OWN_VOICE, NEXT_PROVIDER");
    assertThat(sent()).hasSize(4);
  }

  private List<String> prompts() {
    return sent().stream().map(ClipRequest::prompt).toList();
  }
}
