package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.Deliverables;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Render;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.testkit.FakeComposer;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Teasers, posters and other shapes of one narrated request. */
class DeliverableCutsTest extends DeliverablesFixture {
  @Test
  void plan_teaserAlone_listsWhatItMayShowAndRenderBuysWhatItShows() {
    var teaser = Deliverables.of(BASE).teaser("teaser", Duration.ofSeconds(3));

    var plan = plan(teaser);
    var set = render(teaser);

    assertThat(ids(plan, Action.BUY)).contains("teaser/speech-1", "teaser/image-2");
    var price = (Price.Range) plan.price();
    assertThat(price.low()).isEqualTo(Money.usd("0.14"));
    assertThat(spent()).isEqualTo(Money.usd("0.28")).isLessThanOrEqualTo(price.high());
    assertThat(pictures.calls().total()).isEqualTo(2);
    assertThat(set.get("teaser").duration()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void render_teaser_fadesItsSoundAndCutsItsCaptions() throws Exception {
    var set = render(Deliverables.of(BASE).teaser("teaser", Duration.ofSeconds(3)));

    assertThat(studio.composer.calls().log())
        .filteredOn(call -> call.method().equals(FakeComposer.MIX))
        .singleElement()
        .satisfies(call -> assertThat(call.detail()).contains("frames=90,").contains("fadeOut=22"));
    var srt = Files.readString(set.get("teaser").file(Render.SRT));
    assertThat(srt).contains("--> 00:00:02,999").doesNotContain("Twelve");
  }

  @Test
  void render_teaserThatIsLongerThanTheVideo_isTheWholeVideo() {
    var set = render(Deliverables.of(BASE).asIs("main").teaser("teaser", Duration.ofMinutes(1)));

    assertThat(set.get("teaser").duration()).isEqualTo(set.get("main").duration());
    assertThat(set.get("teaser").redone()).isZero();
  }

  @Test
  void render_teaserEndsWithinATransition_showsNoFlashOfTheNextScene() {
    // The second scene begins at frame 59; four frames of it are still in the transition.
    var set = render(Deliverables.of(BASE).teaser("teaser", Duration.ofMillis(2000)));

    assertThat(set.get("teaser").duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(pictures.calls().total()).isEqualTo(1);
  }

  @Test
  void render_posterAlone_buysOnePictureAndEncodesNoVideo() {
    var set =
        render(
            Deliverables.of(BASE).add("cover", d -> d.format(VideoFormat.LANDSCAPE).onlyPoster()));

    assertThat(set.get("cover").files().keySet()).containsExactly(Render.POSTER);
    assertThat(set.get("cover").file(Render.POSTER)).exists();
    assertThat(pictures.calls().total()).isEqualTo(1);
    assertThat(voice.calls().total()).isZero();
    assertThat(studio.composer.calls().count(FakeComposer.FINISH)).isZero();
    assertThat(studio.composer.calls().log())
        .filteredOn(call -> call.method().equals(FakeComposer.SEGMENT))
        .singleElement()
        .satisfies(call -> assertThat(call.detail()).contains("frames=1,"));
  }

  @Test
  void render_posterAt_takesTheFrameOfThatTime() {
    var unused =
        render(
            Deliverables.of(BASE)
                .add("main", d -> d.posterAt(Duration.ofSeconds(3)))
                .poster("cover", Duration.ofSeconds(3)));

    assertThat(studio.composer.calls().log())
        .filteredOn(call -> call.method().equals(FakeComposer.SEGMENT))
        .anyMatch(
            call -> call.detail().contains("frames=1,") && call.detail().contains("offset=31"));
    assertThat(studio.composer.calls().count(FakeComposer.POSTER)).isEqualTo(2);
    assertThat(pictures.calls().total()).isEqualTo(3);
  }

  @Test
  void render_otherShape_cutsLittleAndBlursWhatWouldBeLost() {
    var unused =
        render(
            Deliverables.of(BASE)
                .format("square", VideoFormat.SQUARE)
                .format("wide", VideoFormat.LANDSCAPE));

    assertThat(segments()).anyMatch(s -> s.contains("1080x1080") && s.contains("fit=COVER"));
    assertThat(segments())
        .filteredOn(s -> s.contains("1920x1080"))
        .allMatch(s -> s.contains("fit=BLURRED_FILL"));
    assertThat(pictures.calls().total()).isEqualTo(3);
  }

  @Test
  void render_posterAtTheStartOfAScene_showsItsFirstFrame() {
    // The second scene begins at frame 59.
    var start = Duration.ofNanos(59 * 1_000_000_000L / 30);

    var unused = render(Deliverables.of(BASE).poster("cover", start));

    assertThat(segments())
        .singleElement()
        .satisfies(segment -> assertThat(segment).contains("frames=1,", "offset=0"));
  }

  @Test
  void render_posterOfAVideoAtTheStartOfAScene_isTheMiddleOfItsTransition() {
    var start = Duration.ofNanos(59 * 1_000_000_000L / 30);

    var unused = render(Deliverables.of(BASE).add("main", d -> d.posterAt(start)));

    assertThat(studio.composer.calls().log())
        .filteredOn(call -> call.method().equals(FakeComposer.POSTER))
        .singleElement()
        .satisfies(call -> assertThat(call.detail()).contains("frame=6,"));
  }
}
