package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.Chaining;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Render;
import io.vidgen.job.Shoot;
import io.vidgen.job.VideoRequest;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.ClipRequest;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeVideoProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stories that are drafted, and bought scene by scene. */
class DraftTest extends ShootingTest {

  @Test
  void plan_draft_isFree() {
    var plan = plan(three().build().draft());

    assertThat(errors(plan)).isEmpty();
    assertThat(plan.price()).isEqualTo(Price.free());
    assertThat(plan.count(Action.BUY)).isZero();
  }

  @Test
  void render_draft_buysNothing() throws Exception {
    var draft = render(three().build().draft());

    assertThat(sent()).isEmpty();
    assertThat(studio.speech.calls().count("speak")).isEqualTo(3);
    assertThat(studio.images.calls().count("draw")).isEqualTo(3);
    assertThat(draft.files()).containsKeys(Render.SRT, Render.POSTER, Render.MANIFEST);
    assertThat(draft.cost()).isEqualTo(Price.free());
  }

  @Test
  void render_draftAndFinal_areEquallyLongAndSayTheSame() throws Exception {
    var draft = render(three().build().draft());
    var bought = render(three().build());

    assertThat(draft.duration()).isEqualTo(bought.duration()).isEqualTo(Duration.ofSeconds(22));
    assertThat(text(draft)).isEqualTo(text(bought)).contains("One goes out.");
  }

  /** Captions without their times: those are the voice's own. */
  private static String text(Render render) throws IOException {
    return Files.readString(render.file(Render.SRT))
        .replaceAll("(?m)^[0-9:, >-]+$", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  @Test
  void promote_one_buysItsClipAlone() throws Exception {
    var story = three().build().draft();
    render(story);

    var plan = plan(story.promote(1));
    assertThat(plan.steps())
        .filteredOn(step -> step.action() == Action.BUY)
        .extracting(step -> step.id())
        .containsExactly("clip-1");
    render(story.promote(1));

    assertThat(bought()).hasSize(1);
    assertThat(studio.speech.calls().count("speak")).isEqualTo(3);
  }

  @Test
  void promote_inOrder_keepsTheChainAndBuysEachClipOnce() throws Exception {
    var story = three().build().draft();
    render(story.promote(1));
    render(story.promote(1, 2));
    assertThat(redone(story.promoteAll())).contains("clip-3").doesNotContain("clip-1", "clip-2");

    assertThat(sent()).hasSize(3);
    assertThat(sent().get(1).extend()).isNotNull();
    assertThat(sent().get(2).extend().extensions()).isEqualTo(1);
    assertThat(plan(three().build()).count(Action.BUY)).isZero();
  }

  @Test
  void promote_secondBeforeFirst_planSaysWhatIsBoughtAnew() throws Exception {
    var story = three().build().draft();
    render(story.promote(2));

    assertThat(warnings(plan(story.promote(1, 2))))
        .anyMatch(w -> w.startsWith("script.scenes[1]: ") && w.contains("bought anew"));
    assertThat(warnings(plan(story.promote(2, 3)))).noneMatch(w -> w.contains("bought anew"));
    assertThat(warnings(plan(story.promote(2)))).noneMatch(w -> w.contains("bought anew"));
  }

  @Test
  void promote_separateClips_inAnyOrderAreBoughtOnce() throws Exception {
    var story = three().chaining(Chaining.SEPARATE).build().draft();
    render(story.promote(3));
    render(story.promote(3, 1));
    render(story.promoteAll());

    assertThat(sent()).hasSize(3);
  }

  @Test
  void promote_clipsBetweenPictures_inAnyOrderAreBoughtOnce() throws Exception {
    var story = three().chaining(Chaining.INTERPOLATED).build().draft();
    render(story.promote(2));
    render(story.promote(2, 1));
    render(story.promoteAll());

    assertThat(sent()).hasSize(3);
  }

  @Test
  void promote_aroundADraftBetweenPictures_buysTheTwoAndTheirPictures() throws Exception {
    var story = three().chaining(Chaining.INTERPOLATED).build().draft().promote(1, 3);

    var plan = plan(story);
    assertThat(errors(plan)).isEmpty();
    assertThat(plan.steps())
        .filteredOn(step -> step.action() == Action.BUY)
        .extracting(step -> step.id())
        .containsExactly("clip-1", "clip-3");
    // The first clip ends with the picture that the draft's clip will begin with.
    assertThat(ids(plan))
        .filteredOn(id -> id.startsWith("image"))
        .containsExactlyInAnyOrder(
            "image-1-begin", "image-2-begin", "image-2", "image-3-begin", "image-3-end");
    assertThat(redone(story)).containsExactlyElementsOf(ids(plan));

    var all = render(story.promoteAll());

    assertThat(all.duration()).isEqualTo(Duration.ofSeconds(24));
    assertThat(sent()).hasSize(3);
    var clips = sent().stream().collect(Collectors.toMap(DraftTest::shown, request -> request));
    assertThat(clips.get("harbour").lastFrame()).isEqualTo(clips.get("sea").firstFrame());
    assertThat(clips.get("sea").lastFrame()).isEqualTo(clips.get("beach").firstFrame());
  }

  private static String shown(ClipRequest request) {
    return Stream.of("harbour", "sea", "beach")
        .filter(request.prompt()::contains)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void plan_draftBetweenPictures_isNotCheckedAsAClip() {
    var tooLong = "Mira " + "very ".repeat(FakeVideoProvider.MAX_PROMPT);
    var story =
        VideoRequest.story(
                script(
                    scene("A harbour.", "One goes out."),
                    scene(tooLong, "word ".repeat(30)),
                    scene("A beach.", "Three.")))
            .chaining(Chaining.INTERPOLATED)
            .build()
            .draft();

    var first = plan(story.promote(1));
    assertThat(errors(first)).isEmpty();
    assertThat(warnings(first))
        .filteredOn(warning -> warning.startsWith("script"))
        .singleElement()
        .asString()
        .contains("these words take about");
    assertThat(errors(plan(story.promote(1, 2)))).singleElement().asString().contains("scenes[1]");
  }

  @Test
  void plan_moreWordsThanTheClipHasTimeFor_saysBothLengths() throws Exception {
    var words = "word ".repeat(30).strip() + ".";
    var story = VideoRequest.story(script(scene("A", "Short."), scene("B", words))).build().draft();

    assertThat(warnings(plan(story)))
        .contains("script.scenes[1]: these words take about 12 s, the clip 7 s");
    render(story);

    assertThat(warnings(plan(story)))
        .contains("script.scenes[1]: these words take 9 s, the clip 7 s");
    assertThat(render(story).duration()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void render_noFreeVoice_isSilentWithCaptionsAndSaysSo() throws Exception {
    var paid = FakeSpeechProvider.builder().id("paid").price(Money.usd("1.00")).build();
    var story = three().shoot(3, Shoot.NARRATED).build().draft();

    assertThat(warnings(plan(b -> b.speech(paid), story)))
        .contains("speech provider: no free voice speaks en, so the draft is silent");
    var render = render(b -> b.speech(paid), story);

    assertThat(paid.calls().total()).isZero();
    assertThat(text(render)).contains("One goes out.").contains("Three stays here.");
  }

  @Test
  void plan_noFreePictures_isAnError() {
    var plan = plan(b -> b.images(new PaidPictures()), three().build().draft());

    assertThat(errors(plan)).singleElement().asString().contains("no picture provider is free");
  }

  @Test
  void render_draftOfOtherWays_isNarratedForNothing() throws Exception {
    var story =
        three().characters(MIRA).shoot(1, Shoot.NARRATED).shoot(2, Shoot.AVATAR).build().draft();

    assertThat(plan(story).price()).isEqualTo(Price.free());
    render(story);

    assertThat(vendor.posts()).isZero();
  }
}
