package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MultipartFormTest {
  @TempDir Path directory;

  @Test
  void body_textsAndFiles_generatedNamesAndUtf8() throws Exception {
    var file = Files.write(directory.resolve("Aunt Erna's \"secret\".wav"), new byte[] {1, 2});
    var body =
        MultipartForm.withBoundary("b0")
            .text("name", "Zoë")
            .text("granularities[]", "word")
            .text("granularities[]", "segment")
            .file("audio", file, "audio/wav", "WAV")
            .body();
    var sent = new Buffer();

    body.writeTo(sent);

    assertThat(body.contentType()).hasToString("multipart/form-data; boundary=b0");
    long length = sent.size();
    assertThat(body.contentLength()).isEqualTo(length);
    assertThat(sent.readUtf8())
        .contains("name=\"name\"")
        .contains("Zoë")
        .contains("name=\"granularities[]\"")
        .contains("name=\"audio\"; filename=\"file-1.wav\"")
        .contains("Content-Type: audio/wav")
        .doesNotContain("Erna");
  }

  @Test
  void boundary_eachForm_isItsOwn() {
    var first = MultipartForm.create().text("a", "b").body().contentType();
    var second = MultipartForm.create().text("a", "b").body().contentType();

    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void form_oddCharacters_encodedAsUtf8() throws Exception {
    var fields = new LinkedHashMap<String, String>();
    fields.put("text", "a&b=ü +");
    fields.put("speaker_id", "");
    var sent = new Buffer();

    Bodies.form(fields).writeTo(sent);

    assertThat(sent.readUtf8()).isEqualTo("text=a%26b%3D%C3%BC+%2B&speaker_id=");
  }
}
