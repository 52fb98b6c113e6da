package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Shoot;
import io.vidgen.job.StoryBuilder;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import io.vidgen.model.Script;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Stories some of whose scenes are no clips. */
class MixedStoryTest extends ShootingTest {
  private static final Script SCRIPT =
      script(
          scene("A harbour.", "One goes out."),
          scene("A map.", "Two is narrated."),
          scene("A face.", "Three is what I say."),
          scene("A beach.", "Four stays here."));

  private static StoryBuilder mixed(Character who) {
    return VideoRequest.story(SCRIPT)
        .characters(who)
        .shoot(2, Shoot.NARRATED)
        .shoot(3, Shoot.AVATAR);
  }

  private static Character presenter() {
    return MIRA.withAvatar("anna");
  }

  @Test
  void render_clipNarratedAvatarClip_areOneVideo() throws Exception {
    var plan = plan(mixed(presenter()).build());
    assertThat(errors(plan)).isEmpty();
    assertThat(ids(plan)).contains("clip-1", "image-2", "speech-2", "avatar-3", "clip-4");
    assertThat(ids(plan)).doesNotContain("image-1", "image-3", "clip-2", "clip-3");

    var render = render(mixed(presenter()).build());

    // 8 s, 0.9 s and 1.5 s with 0.45 s of silence each, 8 s
    assertThat(render.duration().toMillis()).isBetween(19_200L, 19_400L);
    assertThat(Files.readString(render.file("captions.srt"))).contains("narrated", "stays");
  }

  @Test
  void render_clipsAroundOtherScenes_areRunsOfTheirOwn() throws Exception {
    render(mixed(presenter()).build());

    assertThat(sent()).extracting(request -> request.extend()).containsOnlyNulls();
    assertThat(sent()).extracting(request -> request.duration().toSeconds()).containsOnly(8L);
  }

  @Test
  void render_plainVideosOfTheSameScript_shareTheWork() throws Exception {
    render(VideoRequest.narrated(SCRIPT).characters(List.of(presenter())).build());
    render(VideoRequest.avatar(SCRIPT).character(presenter()).build());

    assertThat(plan(mixed(presenter()).build()).steps())
        .filteredOn(step -> List.of("image-2", "speech-2", "avatar-3").contains(step.id()))
        .hasSize(3)
        .allMatch(step -> step.action() == Action.REUSE);
  }

  @Test
  void render_avatarOfACharacterWithoutPictures_isDrawnOnceForAllScenes() throws Exception {
    assertThat(errors(plan(mixed(MIRA).build()))).isEmpty();

    render(mixed(MIRA).build());

    // Her portrait and the picture of the narrated scene.
    assertThat(studio.images.calls().count("draw")).isEqualTo(2);
    assertThat(vendor.posts()).isEqualTo(3);
    assertThat(redone(mixed(MIRA).build())).isEmpty();
  }

  @Test
  void plan_avatarWithoutCharacters_isAnError() {
    var story = VideoRequest.story(SCRIPT).shoot(3, Shoot.AVATAR).build();

    assertThat(errors(plan(story)))
        .containsExactly(
            "script.scenes[2]: an avatar is to speak it, and the story has no characters");
  }

  @Test
  void plan_brokenSceneOfAnotherWay_isNotChecked() {
    // German is spoken by nobody here, but no scene needs a voice.
    var german =
        new Script("Test", Locale.GERMAN, List.of(scene("A", "Eins."), scene("B", "Zwei.")));
    var english = io.vidgen.testkit.FakeSpeechProvider.builder().languages("en").build();

    assertThat(errors(plan(b -> b.speech(english), VideoRequest.story(german).build()))).isEmpty();
    assertThat(
            errors(
                plan(
                    b -> b.speech(english),
                    VideoRequest.story(german).shoot(2, Shoot.NARRATED).build())))
        .singleElement()
        .asString()
        .contains("no voice speaks de");
  }

  @Test
  void render_sceneWithOwnPicture_isNarratedOverIt() throws Exception {
    var photo = Files.writeString(directory.resolve("photo.png"), "a photo");
    var story =
        VideoRequest.story(
                script(
                    scene("A", "One."), scene("B", "Two.").withMedia(photo), scene("C", "Three.")))
            .build();

    assertThat(warnings(plan(story)))
        .anyMatch(w -> w.startsWith("script.scenes[1].media: ") && w.contains("narrated over"));
    render(story);

    assertThat(sent()).hasSize(2);
    assertThat(ids(plan(story))).contains("import-2", "speech-2").doesNotContain("image-2");
  }
}
