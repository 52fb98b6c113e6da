package io.vidgen.rest.internal.did;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieLengthTest {
  @TempDir Path directory;

  @Test
  void read_headerOfFourByteTimes_isItsLength() throws IOException {
    assertThat(read(mp4(2345))).hasValue(Duration.ofMillis(2345));
  }

  @Test
  void read_longBoxAndHeaderOfEightByteTimes_isItsLength() throws IOException {
    var file = ByteBuffer.allocate(24 + 8 + 120);
    file.putInt(1).put(ascii("mdat")).putLong(24).putLong(0);
    file.putInt(8 + 120).put(ascii("moov"));
    file.putInt(120).put(ascii("mvhd")).putInt(0x01000000).putLong(0).putLong(0);
    file.putInt(90_000).putLong(450_000);

    assertThat(read(file.array())).hasValue(Duration.ofSeconds(5));
  }

  @Test
  void read_anyCutAndNonsense_isEmptyAndEnds() throws IOException {
    var whole = mp4(2345);
    for (int size = 0; size < 24 + 8 + 8 + 16; size++) {
      assertThat(read(Arrays.copyOf(whole, size))).isEmpty();
    }
    assertThat(read(new byte[4096])).isEmpty();
    assertThat(read("<html>no film</html>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(read(mp4(0))).isEmpty();
  }

  private Optional<Duration> read(byte[] bytes) throws IOException {
    return MovieLength.read(Files.write(directory.resolve("film"), bytes));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] mp4(int millis) {
    var file = ByteBuffer.allocate(24 + 8 + 108);
    file.putInt(24).put(ascii("ftypisom")).putInt(0).put(ascii("isommp42"));
    file.putInt(8 + 108).put(ascii("moov"));
    file.putInt(108).put(ascii("mvhd")).putInt(0).putInt(0).putInt(0).putInt(1000).putInt(millis);
    return file.array();
  }
}
