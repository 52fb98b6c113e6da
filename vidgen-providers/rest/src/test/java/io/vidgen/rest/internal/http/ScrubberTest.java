package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.spi.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScrubberTest {
  private static final String KEY = "bWFpbA==:pa55/w+rd??>";
  private final Scrubber scrubber = new Scrubber(List.of(Secret.of(KEY)));

  @Test
  void clean_everyEncodingOfTheKey_isHidden() {
    var utf8 = KEY.getBytes(StandardCharsets.UTF_8);
    for (var form :
        List.of(
            KEY,
            "pa55/w+rd??>",
            "pa55\\/w+rd??>",
            URLEncoder.encode(KEY, StandardCharsets.UTF_8),
            Base64.getEncoder().encodeToString(utf8),
            Base64.getUrlEncoder().withoutPadding().encodeToString(utf8),
            Base64.getEncoder().encodeToString((KEY + ":").getBytes(StandardCharsets.UTF_8)))) {
      var clean = scrubber.clean("the key " + form + " is wrong");
      assertThat(clean).startsWith("the key ***").endsWith("is wrong").doesNotContain(form);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization: Basic c29tZTprZXk=|c29tZTprZXk",
        "{\"xi-api-key\":\"0123456789\"}|0123456789",
        "{\\\"api_key\\\": \\\"0123456789\\\"}|0123456789",
        "bad header 'Bearer abcdefghijklmnopqrstuvwxyz'|abcdefghijklmnopqrstuvwxyz",
        "see https://b.s3.amazonaws.com/a.mp4?X-Amz-Signature=feed&X=1 now|feed",
        "https://me:word@host/path|word",
        "X-Goog-Api-Key: AIzaSyXyz0123|AIzaSyXyz0123",
        "set-cookie: session=abc123|abc123"
      })
  void clean_otherCredentials_areHidden(String text, String secret) {
    assertThat(scrubber.clean(text)).contains("***").doesNotContain(secret);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"detail\":{\"code\":\"voice_not_found\",\"message\":\"no voice 21m00\"}}",
        "Authorization header requires 'Credential' parameter",
        "basic authentication is needed",
        "see https://docs.host.invalid/errors for more"
      })
  void clean_ordinaryText_staysAsItIs(String text) {
    assertThat(scrubber.clean(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"api_key\":null,\"b\":1}",
        "{\"password\": {\"message\":\"too short\"}}",
        "{\"signature\":[1],\"credential\":false}",
        "{\"api_key\":\"0123456789\",\"u\":\"https://h/a?b=c\\u0026sig=x\"}",
        "{\"m\":\"see \\\"https://h/a?sig=x\\\" now\"}"
      })
  void clean_json_staysJson(String text) {
    var clean = scrubber.clean(text);

    assertThat(Json.parseLeniently(clean).isObject()).as(clean).isTrue();
    assertThat(clean).doesNotContain("0123456789").doesNotContain("sig=");
  }

  @Test
  void clean_hostileText_isQuick() {
    var text = ("authorization: https://a?b" + "\\\"':=".repeat(20)).repeat(500);
    long began = System.nanoTime();

    scrubber.clean(text + "a".repeat(64 << 10) + "-".repeat(64 << 10));

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void harmless_causeWithSecret_isDropped() {
    var bad = new IllegalStateException("outer", new RuntimeException("inner " + KEY));

    assertThat(scrubber.harmless(bad)).isNull();
    var good = new IllegalStateException("outer");
    assertThat(scrubber.harmless(good)).isSameAs(good);
  }
}
