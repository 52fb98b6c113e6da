package io.vidgen.google.internal.veo;

import io.vidgen.google.VeoModel;
import io.vidgen.google.VeoModel.Feature;
import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.google.VeoOptions;
import io.vidgen.google.VeoVideoProvider;
import io.vidgen.model.VendorVideo;
import io.vidgen.spi.ClipRequest;
import java.time.Duration;
import java.time.InstantSource;

/** Rules for the video that an extension goes on from. */
final class SourceChecks {
  private static final Duration PLATFORM_LONGEST = Duration.ofSeconds(30);

  /**
   * What files are longer than the seconds that Google counts: pictures and sound rarely end
   * together, nor on a whole millisecond. A video that is too long is longer by seconds.
   */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private static final String EXTEND = "extend";

  private final VeoOptions options;
  private final InstantSource clock;

  SourceChecks(VeoOptions options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  void check(VeoModel model, ClipRequest request, VendorVideo source, Found found) {
    if (!source.provider().equals(VeoVideoProvider.ID)) {
      found.impossible(
          EXTEND,
          "Veo goes on from its own videos only, not from one of " + source.provider(),
          "begin with a clip of Veo");
      return;
    }
    if (!model.has(Feature.EXTENSION)) {
      found.error(EXTEND, model.id() + " extends no videos", "use a model that is not Lite");
    }
    if (!isSameShape(request, source)) {
      found.error(
          "format",
          "an extension has the size of its video, " + source.format(),
          "ask for " + source.format());
    }
    if (options.google().isPlatform()) {
      onPlatform(source, found);
    } else {
      onGeminiApi(request, source, found);
    }
  }

  private void onGeminiApi(ClipRequest request, VendorVideo source, Found found) {
    if (!source.isPlanned() && !VeoNames.isOwnFile(source.reference(), options.google().url())) {
      found.impossible(
          EXTEND,
          "the video has no address at " + options.google().url().getHost(),
          "use the address that Veo gave, with the service that gave it");
    }
    if (!source.isPlanned() && !clock.instant().isBefore(source.expiresAt())) {
      found.error(
          EXTEND,
          "Google kept the video until " + source.expiresAt(),
          "make it anew: videos are kept for 48 h after they were made or last extended");
    }
    if (Resolution.of(request.format()).filter(r -> r != Resolution.P720).isPresent()) {
      found.error("format", "only 720p can be extended", "make the first clip in 720p");
    }
    if (isLonger(source, VeoAbilities.LONGEST_SOURCE)) {
      found.error(EXTEND, "a video of more than 141 s cannot be extended", "begin a new one");
    }
    if (source.extensions() >= VeoAbilities.MOST_EXTENSIONS) {
      found.error(EXTEND, "a video can be extended 20 times", "begin a new one");
    }
    if (request.format().height() > request.format().width()) {
      found.warning(
          EXTEND,
          "extensions in 9:16 were refused to some; a refusal is free of charge",
          "make the story in 16:9 if yours is refused");
    }
  }

  private static void onPlatform(VendorVideo source, Found found) {
    if (!source.isPlanned() && !VeoNames.isBucketFile(source.reference())) {
      found.impossible(
          EXTEND,
          "the platform goes on from files in a bucket (gs://), not from this one",
          "use the service that made the video, or copy it into a bucket");
    }
    if (isLonger(source, PLATFORM_LONGEST)) {
      found.error(EXTEND, "the platform extends videos of up to 30 s", "begin a new one");
    }
  }

  private static boolean isLonger(VendorVideo source, Duration longest) {
    return source.duration().minus(ROUNDING).compareTo(longest) >= 0;
  }

  private static boolean isSameShape(ClipRequest request, VendorVideo source) {
    return request.format().equals(source.format());
  }
}
