package io.vidgen.google.internal.veo;

import com.google.genai.types.Video;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.google.VeoOptions;
import io.vidgen.google.VeoVideoProvider;
import io.vidgen.google.internal.client.GoogleCalls;
import io.vidgen.model.RemoteOperation;
import io.vidgen.model.VendorVideo;
import io.vidgen.rest.internal.http.Expected;
import io.vidgen.rest.internal.http.ExpiredAddressException;
import io.vidgen.rest.internal.http.MediaKind;
import io.vidgen.rest.internal.media.Mp4Summary;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fetches finished videos. */
final class VeoFiles {
  private static final Expected VIDEO = Expected.of(Expected.VIDEO, MediaKind.MP4);
  private static final String MP4 = "video/mp4";

  /** It is the user's own; when it is deleted nobody says. */
  private static final Duration IN_A_BUCKET = Duration.ofDays(365);

  private final URI base;
  private final boolean isPlatform;
  private final GoogleCalls calls;
  private final GoneVideos gone;
  private final Duration kept;

  VeoFiles(VeoOptions options, GoogleCalls calls, GoneVideos gone) {
    this.base = options.google().url();
    this.isPlatform = options.google().isPlatform();
    var retention = new VeoAbilities(options).model().retention();
    this.kept = retention.isZero() ? IN_A_BUCKET : retention;
    this.calls = calls;
    this.gone = gone;
  }

  ClipResult clip(Video video, RemoteOperation operation, ClipRequest request, CallContext context)
      throws IOException {
    var bytes = video.videoBytes();
    if (bytes.isPresent()) {
      return stored(written(bytes.get(), context), operation, request, null, context);
    }
    var address = VeoNames.withoutCredentials(video.uri().orElse(""));
    if (VeoNames.isBucketFile(address)) {
      return stored(fromBucket(address, operation, context), operation, request, address, context);
    }
    if (!VeoNames.isOwnFile(address, base)) {
      throw VidgenException.of(
          FailureKind.PROTOCOL,
          "the video's address is not at " + base.getHost() + ", where the key may go",
          "set vidgen.google.url to the service that made it");
    }
    var file = fetched(URI.create(address), operation, context);
    return stored(file, operation, request, address, context);
  }

  private Path fetched(URI address, RemoteOperation operation, CallContext context)
      throws IOException {
    try {
      return calls.download(address, VIDEO, context).file();
    } catch (ExpiredAddressException e) {
      throw new VidgenException(gone.judge(operation, e.failure()), e);
    }
  }

  private Path fromBucket(String address, RemoteOperation operation, CallContext context)
      throws IOException {
    if (!isPlatform) {
      throw VidgenException.of(
          FailureKind.PROTOCOL,
          "the video was put into a bucket, which the Gemini API never does: " + address,
          "take it from there");
    }
    var name = VeoNames.bucketAndObject(address);
    try {
      return calls.downloadObject(name[0], name[1], VIDEO, context).file();
    } catch (ExpiredAddressException e) {
      throw new VidgenException(gone.judge(operation, e.failure()), e);
    } catch (VidgenException e) {
      if (e.kind() != FailureKind.AUTHENTICATION) {
        throw e;
      }
      var failure = e.failure();
      throw new VidgenException(
          Failure.of(
                  FailureKind.AUTHENTICATION,
                  address + " cannot be read: " + failure.message(),
                  "let the credentials read the bucket (storage.objects.get)")
              .charged(null),
          e);
    }
  }

  private static Path written(byte[] bytes, CallContext context) throws IOException {
    if (!MediaKind.MP4.matches(Arrays.copyOf(bytes, Math.min(16, bytes.length)))) {
      throw VidgenException.of(
          FailureKind.PROTOCOL, "what came with the answer is no MP4", "look at it in the console");
    }
    return Files.write(context.workDirectory().resolve("inline.mp4"), bytes);
  }

  private ClipResult stored(
      Path file,
      RemoteOperation operation,
      ClipRequest request,
      @Nullable String address,
      CallContext context)
      throws IOException {
    var summary = summary(file);
    var length = length(summary, request);
    boolean sound = summary == null ? request.audio() : summary.hasSound();
    var source = request.extend();
    var video = context.store(file, MP4);
    var own =
        address == null
            ? null
            : new VendorVideo(
                VeoVideoProvider.ID,
                address,
                operation.submittedAt().plus(kept),
                length,
                request.format(),
                source == null ? 0 : source.extensions() + 1);
    return new ClipResult(video, length, sound, begin(length, request), own);
  }

  /** The answer to an extension is the whole video. */
  private static Duration begin(Duration length, ClipRequest request) {
    var source = request.extend();
    if (source == null) {
      return Duration.ZERO;
    }
    if (source.duration().compareTo(length) < 0) {
      return source.duration();
    }
    var rest = length.minus(request.duration());
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  /** What the file says; what was asked for, when it says nothing. */
  private static Duration length(@Nullable Mp4Summary summary, ClipRequest request) {
    if (summary != null && !summary.duration().isZero()) {
      return summary.duration();
    }
    var source = request.extend();
    return source == null ? request.duration() : source.duration().plus(request.duration());
  }

  private static @Nullable Mp4Summary summary(Path file) {
    try {
      return Mp4Summary.read(file);
    } catch (IOException e) {
      return null;
    }
  }
}
