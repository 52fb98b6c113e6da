package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.VideoPipeline;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Character;
import io.vidgen.money.Price;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeVideoProvider;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Characters: drawn once, kept with their pictures, used anywhere. */
class DrawTest extends ThemeFixture {

  @Test
  void draw_newCharacter_isKeptWithItsPicture() throws Exception {
    var drawn = studio.with(pipeline -> pipeline.draw(LEA));

    assertThat(drawn.references()).hasSize(1);
    var kept = studio.characters.find(null, "lea").orElseThrow();
    assertThat(kept.character()).isEqualTo(drawn);
    assertThat(kept.pictures().get(0)).isNotEmptyFile();
    assertThat(studio.images.calls().log().get(0).detail())
        .contains("a tall botanist", "No text", "full-body");
  }

  @Test
  void draw_thenTwoStories_isDrawnOnce() {
    studio.with(pipeline -> pipeline.draw(LEA));

    studio.render(story("One here.", LEA));
    studio.render(story("Another there.", LEA));
    var drawn = studio.with(pipeline -> pipeline.draw(LEA));
    studio.render(story("A third one.", drawn));

    assertThat(studio.drawn()).isEqualTo(1);
    assertThat(studio.videos.requests())
        .filteredOn(request -> request.extend() == null)
        .hasSize(3)
        .allMatch(request -> request.references().equals(drawn.references()));
  }

  @Test
  void draw_otherTake_isAnotherPictureAndReplacesTheFirst() throws Exception {
    var first = studio.with(pipeline -> pipeline.draw(LEA));

    var second = studio.with(pipeline -> pipeline.draw(first, 1));
    var firstAgain = studio.with(pipeline -> pipeline.draw(first, 0));

    assertThat(second.references()).hasSize(1).isNotEqualTo(first.references());
    assertThat(firstAgain).isEqualTo(first);
    assertThat(studio.drawn()).isEqualTo(2);
    assertThat(studio.characters.find(null, "lea").orElseThrow().character()).isEqualTo(first);
  }

  @Test
  void draw_keptBefore_isNotDrawnForAnotherLedger() throws Exception {
    var drawn = studio.with(pipeline -> pipeline.draw(LEA));

    try (var other = Ledgers.inMemory()) {
      var again = studio.with(studio.builder(other), pipeline -> pipeline.draw(LEA));
      assertThat(again).isEqualTo(drawn);
      assertThat(other.artifacts().find(again.references().get(0))).isPresent();
    }
    assertThat(studio.drawn()).isEqualTo(1);
  }

  @Test
  void draw_otherDescription_isDrawnAnew() {
    studio.with(pipeline -> pipeline.draw(LEA));

    studio.with(pipeline -> pipeline.draw(Character.create("Lea", "a short baker", "ink")));

    assertThat(studio.drawn()).isEqualTo(2);
  }

  @Test
  void draw_ownPictures_onlyKeepsThem() throws Exception {
    var photo = Files.write(place.resolve("photo.png"), Studio.png("Lea"));

    var kept =
        studio.with(
            pipeline ->
                pipeline.draw(LEA.withReferences(List.of(pipeline.keep(photo, "image/png")))));

    assertThat(studio.drawn()).isZero();
    assertThat(studio.characters.find(null, "lea").orElseThrow().character()).isEqualTo(kept);
    assertThat(studio.with(p -> p.planDraw(kept)).steps()).isEmpty();
  }

  @Test
  void planDraw_spendsNothingAndNamesThePrice() {
    var plan = studio.with(pipeline -> pipeline.planDraw(LEA));

    assertThat(plan.steps())
        .singleElement()
        .satisfies(s -> assertThat(s.kind()).isEqualTo("image"));
    assertThat(plan.price()).isEqualTo(Price.free());
    assertThat(studio.drawn()).isZero();

    studio.with(pipeline -> pipeline.draw(LEA));
    assertThat(studio.with(p -> p.planDraw(LEA)).steps()).isEmpty();
    assertThat(studio.with(p -> p.planDraw(LEA, 0)).count(Action.REUSE)).isEqualTo(1);
    assertThat(studio.with(p -> p.planDraw(LEA, 1)).count(Action.REUSE)).isZero();
  }

  @Test
  void draw_nobodyDraws_saysWhatToAdd() {
    var builder =
        VideoPipeline.builder().composer(studio.studio.composer).characters(studio.characters);
    try (var pipeline = builder.build()) {
      assertThat(pipeline.planDraw(LEA).isRunnable()).isFalse();
      assertThatThrownBy(() -> pipeline.draw(LEA))
          .isInstanceOf(VidgenException.class)
          .hasMessageContaining("nothing can draw the character 'Lea'")
          .hasMessageContaining("withReferences");
    }
  }

  @Test
  void plan_storyOfWhomNobodyDraws_saysWhatToAdd() {
    var builder = VideoPipeline.builder().composer(studio.studio.composer).videos(studio.videos);
    try (var pipeline = builder.build()) {
      assertThat(pipeline.plan(story("Here.", LEA)).problems())
          .filteredOn(p -> p.severity() == Problem.Severity.ERROR)
          .singleElement()
          .asString()
          .contains("nothing can draw the character 'Lea'");
    }
  }

  @Test
  void draw_rateLimited_waitsAndGoesOn() throws Exception {
    var busy = Failure.of(FailureKind.RATE_LIMITED, "busy", "").retryAfter(Duration.ofMinutes(1));
    studio.images.calls().failNext(FakeImageProvider.DRAW, new VidgenException(busy));
    var log = new EventLog();

    var drawn = studio.flying(studio.builder().addListener(log), pipeline -> pipeline.draw(LEA));

    assertThat(drawn.references()).hasSize(1);
    assertThat(log.of(RenderEvent.StepWaiting.class)).isNotEmpty();
    assertThat(log.of(RenderEvent.Finished.class))
        .singleElement()
        .satisfies(end -> assertThat(end.succeeded()).isTrue());
  }

  @Test
  void draw_fails_keepsNobody() throws Exception {
    studio
        .images
        .calls()
        .failNext(
            FakeImageProvider.DRAW, VidgenException.of(FailureKind.CONTENT_FILTERED, "no", ""));

    assertThatThrownBy(() -> studio.with(pipeline -> pipeline.draw(LEA)))
        .isInstanceOfSatisfying(
            VidgenException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.CONTENT_FILTERED));
    assertThat(studio.characters.list(null)).isEmpty();
  }

  @Test
  void close_whileItDraws_endsAsCancelled() throws Exception {
    var hold = studio.images.calls().hold(FakeImageProvider.DRAW);
    var pipeline = studio.builder().build();
    var drawing = CompletableFuture.supplyAsync(() -> pipeline.draw(LEA));
    assertThat(hold.awaitEntered()).isTrue();

    pipeline.close();

    assertThatThrownBy(() -> drawing.get(100, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(VidgenException.class);
  }

  @Test
  void render_ledgerWithoutThePictures_takesThemFromTheStore() throws Exception {
    var drawn = studio.with(pipeline -> pipeline.draw(LEA));

    try (var other = Ledgers.inMemory()) {
      var request = story("Elsewhere.", drawn);
      assertThat(studio.with(studio.builder(other), p -> p.plan(request)).isRunnable()).isTrue();
      assertThat(other.artifacts().find(drawn.references().get(0)))
          .as("plans write nothing")
          .isEmpty();
      studio.end(studio.builder(other), request).join();
      var narrated = Studio.narrated(r -> r.characters(List.of(drawn)), "Lea is here.");
      studio.end(studio.builder(other), narrated).join();
    }
    assertThat(studio.videos.requests().get(0).references()).isEqualTo(drawn.references());
  }

  @Test
  void plan_picturesAreNowhere_isRefused() throws Exception {
    var drawn = studio.with(pipeline -> pipeline.draw(LEA));
    studio.characters.delete(null, "lea");

    try (var other = Ledgers.inMemory()) {
      var plan = studio.with(studio.builder(other), p -> p.plan(story("Elsewhere.", drawn)));
      assertThat(plan.problems()).anyMatch(p -> p.message().contains("picture 1 of 'lea'"));
      assertThat(plan.isRunnable()).isFalse();
    }
  }

  @Test
  void plan_providerWithoutReferences_drawsNobody() {
    var plain =
        studio.videos.limited(FakeVideoProvider.LIMITS.toBuilder().maxReferences(0).build());

    var plan = studio.with(studio.builder().videos(plain), p -> p.plan(story("Here.", LEA)));

    assertThat(plan.steps()).noneMatch(step -> step.kind().equals("image"));
    assertThat(plan.problems())
        .anyMatch(
            p -> p.severity() == Problem.Severity.WARNING && p.message().contains("described"));
  }

  @Test
  void plan_twoWithOneId_isRefused() {
    var plan =
        studio.plan(VideoRequest.story(Studio.script("Lea and léa.")).characters(LEA, LEA).build());

    assertThat(plan.isRunnable()).isFalse();
    assertThat(plan.problems()).anyMatch(p -> p.message().contains("two have the id 'lea'"));
  }

  @Test
  void plan_nobodyMentionsACharacter_saysSoAndDrawsNobodyElse() {
    var max = Character.create("Max", "a dog", "");

    var plan =
        studio.plan(
            VideoRequest.story(Studio.script("Lea waits.", "Lea goes."))
                .characters(LEA, max)
                .build());

    assertThat(plan.steps()).filteredOn(s -> s.kind().equals("image")).hasSize(1);
    assertThat(plan.problems()).anyMatch(p -> p.message().contains("no scene mentions 'Max'"));
  }

  @Test
  void characters_ofOwners_areApart() throws Exception {
    studio.with(pipeline -> pipeline.draw(LEA.ownedBy("me")));
    studio.with(pipeline -> pipeline.draw(LEA.ownedBy("you")));
    studio.with(pipeline -> pipeline.draw(Character.create("Max", "a dog", "").ownedBy("me")));

    try (var pipeline = studio.builder().build()) {
      assertThat(pipeline.characters().list("me"))
          .extracting(Character::id)
          .containsExactly("lea", "max");
      assertThat(pipeline.characters().list("you")).hasSize(1);
      assertThat(pipeline.characters().list(null)).isEmpty();
    }
    // The same description is the same picture, whoever it belongs to.
    assertThat(studio.drawn()).isEqualTo(2);
  }

  @Test
  void directory_pipeline_keepsCharactersInIt() throws Exception {
    var builder =
        VideoPipeline.builder()
            .directory(place.resolve("home"))
            .images(studio.images)
            .composer(studio.studio.composer);
    try (var pipeline = builder.build()) {
      pipeline.draw(LEA);
    }

    assertThat(place.resolve("home/characters")).isNotEmptyDirectory();
    try (var pipeline = builder.build()) {
      assertThat(pipeline.characters().find(null, "lea")).isPresent();
    }
  }

  private static Story story(String sentence, Character character) {
    return VideoRequest.story(Studio.script(sentence, "And so on.")).characters(character).build();
  }
}
