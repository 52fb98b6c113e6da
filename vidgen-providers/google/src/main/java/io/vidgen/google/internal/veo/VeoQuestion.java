package io.vidgen.google.internal.veo;

import com.google.genai.types.GenerateVideosConfig;
import com.google.genai.types.GenerateVideosSource;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Image;
import com.google.genai.types.Video;
import com.google.genai.types.VideoGenerationReferenceImage;
import com.google.genai.types.VideoGenerationReferenceType;
import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.google.VeoOptions;
import io.vidgen.model.Artifact;
import io.vidgen.rest.internal.http.NothingSent;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ClipRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/**
 * A clip in the SDK's words. What is not asked for is left out, since Google refuses parameters
 * that a model does not know whatever their value.
 *
 * @param source text, picture and video
 * @param config everything else
 */
record VeoQuestion(GenerateVideosSource source, GenerateVideosConfig config) {

  static VeoQuestion of(ClipRequest request, VeoOptions options, CallContext context) {
    return new VeoQuestion(source(request, options, context), config(request, options, context));
  }

  private static GenerateVideosSource source(
      ClipRequest request, VeoOptions options, CallContext context) {
    var source = GenerateVideosSource.builder().prompt(request.prompt());
    if (request.firstFrame() != null) {
      source.image(image(request.firstFrame(), context));
    }
    var extend = request.extend();
    if (extend != null) {
      var video = Video.builder().uri(extend.reference());
      // The Gemini API takes the address and nothing else; the platform wants the type too.
      source.video(
          options.google().isPlatform() ? video.mimeType("video/mp4").build() : video.build());
    }
    return source.build();
  }

  private static GenerateVideosConfig config(
      ClipRequest request, VeoOptions options, CallContext context) {
    var config = GenerateVideosConfig.builder();
    boolean isPortrait = request.format().height() > request.format().width();
    config.aspectRatio(isPortrait ? "9:16" : "16:9");
    Resolution.of(request.format()).ifPresent(r -> config.resolution(r.word()));
    if (options.google().isPlatform()) {
      // Four can be asked for and charged; the Gemini API makes one and refuses the field.
      config.numberOfVideos(1);
      options.storage().ifPresent(config::outputGcsUri);
    }
    if (request.extend() == null) {
      config.durationSeconds((int) request.duration().toSeconds());
    }
    if (!request.negativePrompt().isBlank()) {
      config.negativePrompt(request.negativePrompt());
    }
    if (request.lastFrame() != null) {
      config.lastFrame(image(request.lastFrame(), context));
    }
    if (!request.references().isEmpty()) {
      config.referenceImages(
          request.references().stream().map(picture -> reference(picture, context)).toList());
    }
    options.personGeneration().ifPresent(config::personGeneration);
    extras(request, options, config);
    return config.build();
  }

  /** The SDK refuses these for the Gemini API; unchecked they go in as they are. */
  private static void extras(
      ClipRequest request, VeoOptions options, GenerateVideosConfig.Builder config) {
    var extras = new HashMap<String, Object>();
    var seed = request.seed();
    if (seed != null) {
      extras.put("seed", seed);
    }
    if (options.google().isPlatform()) {
      extras.put("generateAudio", request.audio());
    } else if (!request.audio()) {
      extras.put("generateAudio", false);
    }
    if (!extras.isEmpty()) {
      config.httpOptions(HttpOptions.builder().extraBody(Map.of("parameters", extras)).build());
    }
  }

  private static VideoGenerationReferenceImage reference(Artifact picture, CallContext context) {
    return VideoGenerationReferenceImage.builder()
        .image(image(picture, context))
        .referenceType(new VideoGenerationReferenceType(VideoGenerationReferenceType.Known.ASSET))
        .build();
  }

  private static Image image(Artifact picture, CallContext context) {
    try {
      var bytes = Files.readAllBytes(context.file(picture));
      return Image.builder().imageBytes(bytes).mimeType(picture.mediaType()).build();
    } catch (IOException e) {
      throw NothingSent.because(e);
    }
  }
}
