package io.vidgen.rest.did;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Artifact;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.MediaKind;
import io.vidgen.rest.internal.http.NothingSent;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Uploads of faces and recordings. They are free, so whatever goes wrong here was not charged. The
 * file's name holds the attempt, by which a talk can be told from others when its list shows no
 * more than the address of its face.
 */
final class DidUploads {
  private static final List<MediaKind> PICTURES = List.of(MediaKind.JPEG, MediaKind.PNG);
  private static final List<MediaKind> RECORDINGS =
      List.of(MediaKind.WAV, MediaKind.MP3, MediaKind.FLAC, MediaKind.MP4);
  private static final int HEAD = 16;

  /** D-ID takes names of 50 characters. */
  private static final int LONGEST_MARK = 45;

  private final VendorClient client;

  DidUploads(VendorClient client) {
    this.client = client;
  }

  /**
   * What was uploaded.
   *
   * @param url its address
   * @param sent when, by D-ID's clock; null when it did not say
   */
  record Sent(String url, @Nullable Instant sent) {}

  /** A file that is known to be acceptable. */
  record Upload(String part, Path file, MediaKind kind) {
    private String extension() {
      return part.equals("audio") && kind == MediaKind.MP4 ? "m4a" : kind.extension();
    }

    private MediaType mediaType() {
      return MediaType.get(
          part.equals("audio") && kind == MediaKind.MP4 ? "audio/mp4" : kind.mediaType());
    }
  }

  /** Looks at a face's first bytes, whatever its artifact says that it is. */
  static Upload face(Artifact face, CallContext context) {
    return checked("image", context.file(face), PICTURES, "JPEG or PNG");
  }

  static Upload speech(Artifact speech, CallContext context) {
    return checked("audio", context.file(speech), RECORDINGS, "WAV, MP3, FLAC or M4A");
  }

  /** What the names of an attempt's files begin with. */
  static String mark(String attempt) {
    var safe = "vidgen-" + attempt.replaceAll("[^a-zA-Z0-9_-]", "_");
    return safe.length() <= LONGEST_MARK ? safe : safe.substring(0, LONGEST_MARK);
  }

  /** Sends a file; its address is often {@code s3://}, as D-ID wants it back. */
  Sent send(Upload upload, CallContext context) {
    try {
      return sendOnce(upload, context);
    } catch (VidgenException e) {
      throw unpaid(e);
    }
  }

  private Sent sendOnce(Upload upload, CallContext context) {
    var name = mark(context.attemptId()) + "." + upload.extension();
    var body =
        new MultipartBody.Builder(UUID.randomUUID().toString())
            .setType(MultipartBody.FORM)
            .addFormDataPart(
                upload.part(), name, RequestBody.create(upload.file().toFile(), upload.mediaType()))
            .build();
    var call = ApiCall.post(upload.part() + "s").body(body).build();
    var reply = client.submit(call, context);
    return Json.text(reply.json(), "url")
        .filter(url -> url.startsWith("https:") || url.startsWith("s3:"))
        .map(url -> new Sent(url, reply.headers().getInstant("Date")))
        .orElseThrow(
            () ->
                VidgenException.of(
                    FailureKind.PROTOCOL,
                    "D-ID took an upload of " + upload.part() + " but gave no address for it",
                    "try again"));
  }

  /** Nothing was bought yet, so a timeout may be tried again like a line that was dead. */
  private static VidgenException unpaid(VidgenException e) {
    var failure = e.failure();
    boolean again =
        failure.kind() == FailureKind.TIMEOUT || failure.kind() == FailureKind.UNKNOWN_OUTCOME;
    var free =
        new Failure(
            again ? FailureKind.UNAVAILABLE : failure.kind(),
            failure.message(),
            failure.remedy(),
            failure.context(),
            failure.retryAfter(),
            false);
    return free.equals(failure) ? e : new VidgenException(free, e);
  }

  private static Upload checked(String part, Path file, List<MediaKind> kinds, String names) {
    byte[] head;
    long size;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
      size = Files.size(file);
    } catch (IOException e) {
      throw NothingSent.because(e);
    }
    long most = part.equals("audio") ? DidChecks.MOST_AUDIO_BYTES : DidChecks.MOST_IMAGE_BYTES;
    if (size > most) {
      throw refused(part, "has more than " + most + " bytes");
    }
    return kinds.stream()
        .filter(kind -> kind.matches(head))
        .findFirst()
        .map(kind -> new Upload(part, file, kind))
        .orElseThrow(() -> refused(part, "is not " + names));
  }

  private static VidgenException refused(String part, String what) {
    return VidgenException.of(
        FailureKind.INVALID_REQUEST,
        "the " + (part.equals("audio") ? "recording" : "picture") + " for D-ID " + what,
        "convert it; nothing was sent");
  }
}
