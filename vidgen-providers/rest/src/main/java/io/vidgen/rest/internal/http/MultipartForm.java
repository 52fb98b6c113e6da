package io.vidgen.rest.internal.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/**
 * A form with files, sent as {@code multipart/form-data} (RFC 7578). Files are streamed from disk;
 * their names are made here, so that no user's file name leaves the machine.
 */
public final class MultipartForm {
  private final MultipartBody.Builder parts;
  private int files;

  private MultipartForm(String boundary) {
    parts = new MultipartBody.Builder(boundary).setType(MultipartBody.FORM);
  }

  /**
   * An empty form with a boundary that nobody can foresee.
   *
   * @return the form
   */
  public static MultipartForm create() {
    return new MultipartForm(UUID.randomUUID().toString());
  }

  /**
   * An empty form with a known boundary, for tests.
   *
   * @param boundary what separates parts
   * @return the form
   */
  public static MultipartForm withBoundary(String boundary) {
    return new MultipartForm(boundary);
  }

  /**
   * Adds a field; a name may be added more than once.
   *
   * @param name its name
   * @param value its text, sent as UTF-8
   * @return this
   */
  public MultipartForm text(String name, String value) {
    parts.addFormDataPart(
        name, null, RequestBody.create(value.getBytes(StandardCharsets.UTF_8), null));
    return this;
  }

  /**
   * Adds a file, named {@code file-1.wav} and so on.
   *
   * @param name name of the field
   * @param file the file; must not change until the call is over
   * @param mediaType such as {@code audio/wav}
   * @param extension letters and digits, without a dot, such as {@code wav}
   * @return this
   */
  public MultipartForm file(String name, Path file, String mediaType, String extension) {
    files++;
    var generated = "file-" + files + "." + extension.toLowerCase(Locale.ROOT);
    parts.addFormDataPart(name, generated, new FileBody(file, MediaType.get(mediaType)));
    return this;
  }

  /**
   * Finishes.
   *
   * @return the body
   */
  public RequestBody body() {
    return parts.build();
  }
}
