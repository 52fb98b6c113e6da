package io.vidgen.google.internal.veo;

import io.vidgen.google.VeoModel;
import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.google.VeoOptions;
import io.vidgen.google.VeoVideoProvider;
import io.vidgen.model.VendorVideo;
import io.vidgen.spi.ClipRequest;
import java.time.Duration;
import java.time.InstantSource;

/** Rules for the video that an extension goes on from. */
final class SourceChecks {
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
    if (!model.isExtending()) {
      found.error(EXTEND, model.id() + " extends no videos", "use a model that is not Lite");
      return;
    }
    if (!request.format().equals(source.format())) {
      found.error(
          "format",
          "an extension has the size of its video, " + source.format(),
          "ask for " + source.format());
    }
    limits(model, request, source, found);
    if (options.google().isPlatform()) {
      onPlatform(source, found);
    } else {
      onGeminiApi(request, source, found);
    }
  }

  private static void limits(VeoModel model, ClipRequest request, VendorVideo source, Found found) {
    if (Resolution.of(request.format()).filter(r -> !model.extended().contains(r)).isPresent()) {
      found.error("format", "only 720p can be extended", "make the first clip in 720p");
    }
    if (isLonger(source, model.longestSource())) {
      found.error(
          EXTEND,
          "a video of more than " + model.longestSource().toSeconds() + " s cannot be extended",
          "begin a new one");
    }
    if (source.extensions() >= model.extensions()) {
      found.error(
          EXTEND, "a video can be extended " + model.extensions() + " times", "begin a new one");
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
          "use the service that made the video, or have videos put into a bucket by"
              + " vidgen.veo.storage=gs://bucket/folder");
    }
  }

  private static boolean isLonger(VendorVideo source, Duration longest) {
    return source.duration().minus(ROUNDING).compareTo(longest) >= 0;
  }
}
