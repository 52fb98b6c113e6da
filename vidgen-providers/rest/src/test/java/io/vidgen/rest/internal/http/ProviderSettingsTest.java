package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import io.vidgen.spi.ProviderConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderSettingsTest {
  private static ProviderSettings settings(Map<String, String> values) {
    return new ProviderSettings(
        new ProviderConfig() {
          @Override
          public Optional<String> value(String name) {
            return Optional.ofNullable(values.get(name));
          }

          @Override
          public Optional<String> environment(String name) {
            return Optional.empty();
          }
        });
  }

  private static ProviderSettings url(String value) {
    return settings(Map.of("vidgen.d-id.url", value));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.host.invalid/,https://api.host.invalid",
    "https://api.host.invalid/v1//,https://api.host.invalid/v1",
    "http://127.0.0.1:8080,http://127.0.0.1:8080",
    "http://192.168.1.5:5002,http://192.168.1.5:5002",
    "http://coqui:5002,http://coqui:5002",
    "http://box.local,http://box.local",
    "http://[::1]:80/x,http://[::1]:80/x"
  })
  void baseAddress_usable_withoutSlashAtTheEnd(String value, String address) {
    assertThat(url(value).baseAddress("vidgen.d-id.url", "https://other.invalid"))
        .hasToString(address);
  }

  @Test
  void baseAddress_plainHttpElsewhere_remedyNamesTheSettingThatAllowsIt() {
    assertThatThrownBy(
            () ->
                url("http://api.host.invalid").baseAddress("vidgen.d-id.url", "https://o.invalid"))
        .hasMessageContaining("vidgen.d-id.allow-http");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.host.invalid",
        "ftp://host.invalid",
        "host.invalid",
        "https://me:hunter2@host.invalid",
        "https://host.invalid/?a=hunter2",
        "https://host.invalid/#x",
        "https:///x",
        "https://a b",
        "http://8.8.8.8",
        "http://0100.0.0.1"
      })
  void baseAddress_unusable_namesTheSettingAndShowsNoPassword(String value) {
    assertThatThrownBy(() -> url(value).baseAddress("vidgen.d-id.url", "https://other.invalid"))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("vidgen.d-id.url")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void baseAddress_httpWhenTold_allowed() {
    var values =
        Map.of("vidgen.d-id.url", "http://proxy.host.invalid", "vidgen.d-id.allow-http", "true");

    assertThat(settings(values).baseAddress("vidgen.d-id.url")).isPresent();
  }

  @Test
  void baseAddress_notSet_default() {
    assertThat(settings(Map.of()).baseAddress("vidgen.d-id.url")).isEmpty();
    assertThat(settings(Map.of()).baseAddress("vidgen.d-id.url", "https://h.invalid/"))
        .hasToString("https://h.invalid");
  }

  @ParameterizedTest
  @CsvSource({"90s,90000", "5m,300000", "250ms,250", "1h,3600000", "PT1M30S,90000", "1m30s,90000"})
  void duration_everyForm_isRead(String text, long millis) {
    var settings = settings(Map.of("a.b", text));

    var read = settings.duration("a.b", Duration.ZERO, Duration.ZERO, Duration.ofHours(2));

    assertThat(read.toMillis()).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "soon", "3h", "-5s", ""})
  void duration_unusable_namesTheSetting(String text) {
    var settings = settings(Map.of("a.b", text));

    assertThatThrownBy(
            () -> settings.duration("a.b", Duration.ZERO, Duration.ZERO, Duration.ofHours(2)))
        .hasMessageContaining("a.b");
  }

  @Test
  void integer_outOfRange_namesTheRange() {
    var settings = settings(Map.of("a.b", "70000", "a.c", "x", "a.d", "7"));

    assertThat(settings.integer("a.d", 1, 0, 9)).isEqualTo(7);
    assertThat(settings.integer("a.e", 1, 0, 9)).isEqualTo(1);
    assertThatThrownBy(() -> settings.integer("a.b", 1, 0, 9)).hasMessageContaining("0 to 9");
    assertThatThrownBy(() -> settings.integer("a.c", 1, 0, 9)).hasMessageContaining("a.c");
  }

  @Test
  void choiceAndFlag_readLeniently() {
    var settings = settings(Map.of("a.k", "mp4", "a.f", "Yes", "a.x", "maybe"));

    assertThat(settings.choice("a.k", MediaKind.MOV)).isEqualTo(MediaKind.MP4);
    assertThat(settings.flag("a.f", false)).isTrue();
    assertThatThrownBy(() -> settings.flag("a.x", false)).hasMessageContaining("a.x");
    assertThatThrownBy(() -> settings.choice("a.x", MediaKind.MOV)).hasMessageContaining("WEBM");
  }
}
