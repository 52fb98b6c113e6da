package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MediaKindTest {

  @ParameterizedTest
  @CsvSource({
    "000000186674797069736f6d00000200,MP4",
    "0000001c667479704d34412000000000,MP4",
    "00000014667479707174202000000000,MOV",
    "1a45dfa3a34286810142f7810142f281,WEBM",
    "524946462400000057415645666d7420,WAV",
    "49443304000000000000545353450000,MP3",
    "fffb9064000000000000000000000000,MP3",
    "4f676753000200000000000000000000,OGG",
    "664c6143000000221000100000000000,FLAC",
    "89504e470d0a1a0a0000000d49484452,PNG",
    "ffd8ffe000104a464946000101000001,JPEG",
    "52494646240000005745425056503820,WEBP"
  })
  void matches_realHead_onlyItsKind(String head, MediaKind kind) {
    var bytes = HexFormat.of().parseHex(head);

    var matching =
        Arrays.stream(MediaKind.values())
            .filter(each -> each != MediaKind.PCM && each.matches(bytes))
            .toList();

    assertThat(matching).containsExactly(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "3c68746d6c3e3c626f64793e00000000",
    "7b226572726f72223a22626164227d00",
    "ffffffffffffffffffffffffffffffff",
    "0000"
  })
  void matches_other_none(String head) {
    var bytes = HexFormat.of().parseHex(head);

    assertThat(Arrays.stream(MediaKind.values()))
        .noneMatch(kind -> kind != MediaKind.PCM && kind.matches(bytes));
  }
}
