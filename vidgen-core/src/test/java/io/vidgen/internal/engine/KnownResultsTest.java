package io.vidgen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.internal.codec.Json;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownResultsTest {
  private static final Instant LONG_AGO = Instant.now().minus(Duration.ofHours(1));

  @TempDir Path directory;
  private final KnownResults known = new KnownResults();

  private Path write(String type, Instant at) throws IOException {
    var result = new Artifact(new Fingerprint("ab".repeat(32)), type, 7);
    var file = Files.writeString(directory.resolve("result.json"), Json.write(result));
    return Files.setLastModifiedTime(file, FileTime.from(at));
  }

  @Test
  void read_sameFileAgain_isTheSameObject() throws IOException {
    var file = write("image/png", LONG_AGO);

    assertThat(known.read(file, Artifact.class)).isSameAs(known.read(file, Artifact.class));
  }

  @Test
  void read_overwrittenInTheSameSize_isReadAnew() throws IOException {
    var before = known.read(write("image/png", LONG_AGO), Artifact.class);

    var after = known.read(write("image/gif", LONG_AGO.plusSeconds(1)), Artifact.class);

    assertThat(before.mediaType()).isEqualTo("image/png");
    assertThat(after.mediaType()).isEqualTo("image/gif");
  }

  @Test
  void read_writtenJustNow_isReadAnewEachTime() throws IOException {
    var now = Instant.now();
    var before = known.read(write("image/png", now), Artifact.class);

    // A file system with rough times tells the same time of both.
    var after = known.read(write("image/gif", now), Artifact.class);

    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void read_damagedInTheSameSize_isAnError() throws IOException {
    var file = write("image/png", LONG_AGO);
    var unused = known.read(file, Artifact.class);
    Files.writeString(file, "x".repeat((int) Files.size(file)));

    assertThatThrownBy(() -> known.read(file, Artifact.class)).isInstanceOf(IOException.class);
  }

  @Test
  void read_gone_isAnError() throws IOException {
    var file = write("image/png", LONG_AGO);
    var unused = known.read(file, Artifact.class);
    Files.delete(file);

    assertThatThrownBy(() -> known.read(file, Artifact.class))
        .isInstanceOf(NoSuchFileException.class);
  }
}
