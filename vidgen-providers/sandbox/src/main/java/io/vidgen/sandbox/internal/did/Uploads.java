package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidgen.sandbox.internal.media.PictureFile;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Multipart;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Pictures, or recordings, that were uploaded. They live 24 hours. */
final class Uploads {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIFE = Duration.ofHours(24);
  private static final long MEGABYTE = 1L << 20;
  private static final long MOST_IMAGE_BYTES = 10 * MEGABYTE;
  private static final long MOST_AUDIO_BYTES = 6 * MEGABYTE;
  private static final int LARGEST_SIDE = 8000;
  private static final Pattern FILE_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,50}");

  /** An uploaded file. */
  record Upload(String id, String url, Path file, double seconds, Instant expires) {}

  private final boolean images;
  private final Studio studio;
  private final Map<String, Upload> byUrl = new ConcurrentHashMap<>();

  private Uploads(boolean images, Studio studio) {
    this.images = images;
    this.studio = studio;
  }

  static Uploads images(Studio studio) {
    return new Uploads(true, studio);
  }

  static Uploads audios(Studio studio) {
    return new Uploads(false, studio);
  }

  List<Route> routes() {
    var path = images ? "/images" : "/audios";
    return List.of(
        Route.of("POST", path, images ? "post_images" : "post_audios", this::create)
            .limit(16 * MEGABYTE),
        Route.of("DELETE", path + "/{id}", images ? "DeleteImage" : "DeleteAudio", this::delete));
  }

  Optional<Upload> find(String url) {
    return Optional.ofNullable(byUrl.get(url))
        .filter(u -> studio.clock().instant().isBefore(u.expires()));
  }

  private Reply create(Call call) throws IOException, InterruptedException {
    var form = call.multipart();
    if (form.isEmpty()) {
      return DidErrors.of(500, "UnknownError", "Internal Server Error");
    }
    var field = images ? "image" : "audio";
    var part = form.get().part(field).orElse(null);
    if (part == null) {
      return DidErrors.invalid(Map.of("body." + field, "'" + field + "' is required"));
    }
    var name = part.fileName();
    if (name != null && !FILE_NAME.matcher(name).matches()) {
      return DidErrors.invalid(Map.of("body.filename", "Not match in '" + FILE_NAME + "'"));
    }
    if (Files.size(part.file()) > (images ? MOST_IMAGE_BYTES : MOST_AUDIO_BYTES)) {
      return DidErrors.of(400, "InvalidFileSizeError", "file size exceeds the limit");
    }
    return images ? image(part) : audio(part);
  }

  private Reply image(Multipart.Part part) throws IOException {
    var extension = PictureFile.extension(part.file()).orElse("");
    var type = Objects.requireNonNullElse(part.contentType(), "");
    boolean named = type.equals("image/jpeg") || type.equals("image/png");
    if (!named || !(extension.equals("png") || extension.equals("jpg"))) {
      return DidErrors.unsupportedType(type, "image/jpeg", "image/png");
    }
    var size = size(part.file());
    if (size.isEmpty()) {
      return DidErrors.badRequest("cannot validate image - may be corrupted or does not exist");
    } else if (Math.max(size.get().width, size.get().height) > LARGEST_SIDE) {
      return DidErrors.of(400, "InvalidImageResolutionError", "image resolution exceeds the limit");
    }
    var upload = keep(part, "img_", "d-id-images-prod", extension, 0);
    return Reply.json(201, JSON.createObjectNode().put("url", upload.url()).put("id", upload.id()));
  }

  private static Optional<Dimension> size(Path file) throws IOException {
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      var reader = readers.next();
      try {
        reader.setInput(in);
        return Optional.of(new Dimension(reader.getWidth(0), reader.getHeight(0)));
      } catch (IOException e) {
        return Optional.empty();
      } finally {
        reader.dispose();
      }
    }
  }

  private Reply audio(Multipart.Part part) throws InterruptedException {
    var type = Objects.requireNonNullElse(part.contentType(), "");
    if (!type.startsWith("audio/") && !type.startsWith("video/")) {
      return DidErrors.unsupportedType(type, "audio/*", "video/*");
    }
    try {
      double seconds = studio.media().soundLength(part.file()).toMillis() / 1000.0;
      // the service keeps 16 kHz WAV, whatever it gets
      var wav = studio.media().decode(part.file());
      var upload =
          keep(
              new Multipart.Part("audio", null, null, wav),
              "aud_",
              "d-id-audios-prod",
              "wav",
              seconds);
      return Reply.json(
          201,
          JSON.createObjectNode()
              .put("url", upload.url())
              .put("id", upload.id())
              .put("duration", seconds));
    } catch (IOException e) {
      return DidErrors.badRequest("cannot validate audio - may be corrupted or does not exist");
    }
  }

  private Upload keep(
      Multipart.Part part, String prefix, String bucket, String extension, double seconds)
      throws IOException {
    var id = studio.dice().id(prefix, 21);
    var file = studio.directory().resolve(id + "." + extension);
    Files.copy(part.file(), file);
    var url = "s3://" + bucket + "/" + Account.OWNER + "/" + id + "/upload." + extension;
    var upload = new Upload(id, url, file, seconds, studio.clock().instant().plus(LIFE));
    byUrl.put(url, upload);
    return upload;
  }

  private Reply delete(Call call) {
    var id = call.param("id");
    boolean there = byUrl.values().removeIf(u -> u.id().equals(id));
    return there ? Reply.empty(204) : DidErrors.notFound();
  }
}
