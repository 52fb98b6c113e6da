package io.vidgen.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.Fit;
import io.vidgen.model.Motion;
import io.vidgen.model.Quality;
import io.vidgen.model.VendorVideo;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.Visual;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.SegmentRequest;
import io.vidgen.spi.SpeechRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalTest {
  private static final Artifact PICTURE =
      new Artifact(new Fingerprint("ab".repeat(32)), "image/png", 4711);
  private static final SpeechRequest SPEECH =
      new SpeechRequest("Hello, wörld.", Locale.forLanguageTag("pt-BR"), null, null, 0);

  record Plain(String text, int count, boolean flag, double share, @Nullable Long boxed) {}

  record Reordered(boolean flag, @Nullable Long boxed, double share, String text, int count) {}

  record Grown(
      String text,
      int count,
      boolean flag,
      double share,
      @Nullable Long boxed,
      @Nullable String added,
      boolean addedFlag,
      int addedCount,
      List<String> addedList,
      Map<String, String> addedMap) {}

  // These values stand in ledgers on other people's disks: when one of them moves, everything that
  // was ever bought is bought again. Do not change them; change the form with a new VERSION only.

  @Test
  void fingerprint_speech_isWhatItAlwaysWas() {
    assertThat(Canonical.fingerprint("speech", "fake", "model-1", SPEECH).hex())
        .isEqualTo("ec043821f6606faf456e530190bb0c59c872afbb484936971eb2ac6d0b89df25");
  }

  @Test
  void fingerprint_slot_isWhatItAlwaysWas() {
    assertThat(Canonical.fingerprint("speech", "", "", SPEECH).hex())
        .isEqualTo("074fd31babb0f5363156a13c3b8eef45071675bfc4b321454065a9f411ae2f50");
  }

  @Test
  void fingerprint_imageWithEverything_isWhatItAlwaysWas() {
    var request =
        new ImageRequest("a \"quoted\" cat", "ink", VideoFormat.PORTRAIT, List.of(PICTURE), 0L, 2);

    assertThat(Canonical.fingerprint("image", "fake", "model-1", request).hex())
        .isEqualTo("6566b36cb8918ca2ce1c6f5ccd2167fa4ec3f007414331b572d36b1db4561e36");
  }

  @Test
  void fingerprint_clip_isWhatItAlwaysWas() {
    var extend =
        new VendorVideo(
            "veo", "operations/1", Instant.EPOCH, Duration.ofSeconds(8), VideoFormat.LANDSCAPE, 0);
    var request =
        new ClipRequest(
            "a walk",
            "",
            Duration.ofSeconds(8),
            VideoFormat.LANDSCAPE,
            List.of(),
            PICTURE,
            null,
            extend,
            true,
            null,
            0,
            0);

    assertThat(Canonical.fingerprint("clip", "veo", "veo-3.1", request).hex())
        .isEqualTo("8e1fb44f87060b0f9185d196964e98ca3e5c84287454cc993695bb83ec581a67");
  }

  @Test
  void fingerprint_segment_isWhatItAlwaysWas() {
    var layer =
        new SegmentRequest.Layer(new Visual.Still(PICTURE, Fit.COVER, Motion.ZOOM_IN), 6, 100);
    var request =
        new SegmentRequest(
            VideoFormat.SQUARE, 30, 88, List.of(layer), null, "[Script Info]\n", Quality.STANDARD);

    assertThat(Canonical.fingerprint("segment", "ffmpeg", "7", request).hex())
        .isEqualTo("c9a8ed37ce78bb47919af3e0c814fc865f789fa93657a56b01d596657856f559");
  }

  @Test
  void form_speech_isSortedAndWithoutDefaults() {
    assertThat(Canonical.form(SPEECH))
        .isEqualTo("{\"language\":\"pt-BR\",\"text\":\"Hello, wörld.\"}");
  }

  @Test
  void form_defaults_areLeftOut() {
    assertThat(Canonical.form(new Plain("", 0, false, 0.0, null)))
        .isEqualTo("{\"@type\":\"Plain\"}");
  }

  @Test
  void form_boxedZero_isKept() {
    assertThat(Canonical.form(new Plain("", 0, false, 0.0, 0L))).contains("\"boxed\":\"0\"");
  }

  @Test
  void form_componentsInAnotherOrder_isTheSame() {
    assertThat(
            Canonical.form(new Reordered(true, 3L, 0.5, "text", 7)).replace("Reordered", "Plain"))
        .isEqualTo(Canonical.form(new Plain("text", 7, true, 0.5, 3L)));
  }

  @Test
  void form_newComponentsThatNobodyUses_changeNothing() {
    var grown = new Grown("text", 7, true, 0.5, 3L, null, false, 0, List.of(), Map.of());

    assertThat(Canonical.form(grown).replace("Grown", "Plain"))
        .isEqualTo(Canonical.form(new Plain("text", 7, true, 0.5, 3L)));
  }

  @Test
  void form_mapsInAnyOrder_isTheSame() {
    var random = new Random(1);
    for (int round = 0; round < 100; round++) {
      var names = new ArrayList<>(List.of("a", "b", "c", "d", "ä", "Z"));
      var sorted = new LinkedHashMap<String, Object>();
      names.forEach(name -> sorted.put(name, name.length()));
      Collections.shuffle(names, random);
      var shuffled = new LinkedHashMap<String, Object>();
      names.forEach(name -> shuffled.put(name, name.length()));

      assertThat(Canonical.form(shuffled)).isEqualTo(Canonical.form(sorted));
    }
  }

  @Test
  void fingerprint_anyFieldChanged_changes() {
    var seen = new HashSet<Fingerprint>();
    var plain = new Plain("text", 7, true, 0.5, 3L);

    assertThat(seen.add(Canonical.fingerprint("k", "p", "m", plain))).isTrue();
    assertThat(seen.add(Canonical.fingerprint("K", "p", "m", plain))).isTrue();
    assertThat(seen.add(Canonical.fingerprint("k", "P", "m", plain))).isTrue();
    assertThat(seen.add(Canonical.fingerprint("k", "p", "M", plain))).isTrue();
    for (var other :
        List.of(
            new Plain("Text", 7, true, 0.5, 3L),
            new Plain("text", 8, true, 0.5, 3L),
            new Plain("text", 7, false, 0.5, 3L),
            new Plain("text", 7, true, 0.25, 3L),
            new Plain("text", 7, true, 0.5, 0L),
            new Plain("text", 7, true, 0.5, null))) {
      assertThat(seen.add(Canonical.fingerprint("k", "p", "m", other))).as("%s", other).isTrue();
    }
  }

  @Test
  void fingerprint_random_isEqualExactlyWhenTheRequestIs() {
    var random = new Random(2);
    var byForm = new HashMap<Fingerprint, Plain>();
    for (int i = 0; i < 2_000; i++) {
      var plain =
          new Plain(
              "t".repeat(random.nextInt(3)),
              random.nextInt(3),
              random.nextBoolean(),
              random.nextInt(3) / 2.0,
              random.nextBoolean() ? null : (long) random.nextInt(2));
      var before = byForm.put(Canonical.fingerprint("k", "p", "m", plain), plain);
      assertThat(before == null || before.equals(plain)).as("%s and %s", before, plain).isTrue();
    }
    assertThat(byForm).hasSize(3 * 3 * 2 * 3 * 3);
  }

  @Test
  void form_kindsOfOneSealedType_neverLookAlike() {
    var still = new Visual.Still(PICTURE, Fit.COVER, Motion.ZOOM_IN);
    var footage = new Visual.Footage(PICTURE, Fit.COVER, Duration.ZERO);

    assertThat(Canonical.form(still)).contains("Still").isNotEqualTo(Canonical.form(footage));
  }

  @Test
  void form_listItems_keepTheirPlaces() {
    assertThat(Canonical.form(List.of("a", "", "b")))
        .isNotEqualTo(Canonical.form(List.of("a", "b", "")));
    assertThat(Canonical.form(List.of("ab"))).isNotEqualTo(Canonical.form(List.of("a", "b")));
  }

  @Test
  void form_equalNumbers_areWrittenTheSame() {
    assertThat(Canonical.form(Map.of("n", 1.50))).isEqualTo(Canonical.form(Map.of("n", 1.5f)));
    assertThat(Canonical.form(Map.of("n", 100.0))).isEqualTo(Canonical.form(Map.of("n", 100)));
  }

  @Test
  void form_languageOfTheMachine_doesNotMatter() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Canonical.form(new Plain("text", 1234567, true, 0.5, 3L)))
          .contains("1234567")
          .contains("0.5");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void form_artifact_isItsDigestAlone() {
    var sameBytes = new Artifact(PICTURE.digest(), "image/*", 4711);

    assertThat(Canonical.form(Map.of("a", PICTURE)))
        .isEqualTo(Canonical.form(Map.of("a", sameBytes)));
  }

  @Test
  void form_whatHasNoForm_isRefused() {
    assertThatThrownBy(() -> Canonical.form(Map.of("x", new Object())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Canonical.form(Map.of("x", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
