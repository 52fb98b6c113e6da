package io.vidgen.google;

import io.vidgen.model.Artifact;
import io.vidgen.model.VendorVideo;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.ClipRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests for clips, with everything as it should be but what a test changes. */
final class Clips {
  static final VideoFormat WIDE = new VideoFormat(1280, 720);
  static final VideoFormat TALL = new VideoFormat(720, 1280);

  String prompt = "A cat walks in the rain.";
  String negativePrompt = "";
  int seconds = 8;
  VideoFormat format = WIDE;
  List<Artifact> references = List.of();
  @Nullable Artifact firstFrame;
  @Nullable Artifact lastFrame;
  @Nullable VendorVideo extend;
  boolean audio = true;
  @Nullable Long seed;

  static Clips clip() {
    return new Clips();
  }

  ClipRequest request() {
    return new ClipRequest(
        prompt,
        negativePrompt,
        Duration.ofSeconds(seconds),
        format,
        references,
        firstFrame,
        lastFrame,
        extend,
        audio,
        seed,
        0,
        0);
  }

  static VendorVideo video(String address, int seconds, int extensions) {
    return new VendorVideo(
        "veo",
        address,
        Instant.now().plusSeconds(3600),
        Duration.ofSeconds(seconds),
        WIDE,
        extensions);
  }
}
