package io.vidgen.rest.did;

import io.vidgen.spi.AvatarRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which voice speaks a text. */
final class DidVoices {
  /** A neural voice of Microsoft's for a language, so that no text is read with a wrong accent. */
  private static final Map<String, String> MICROSOFT =
      Map.ofEntries(
          Map.entry("ar", "ar-EG-SalmaNeural"),
          Map.entry("de", "de-DE-KatjaNeural"),
          Map.entry("en", "en-US-JennyNeural"),
          Map.entry("es", "es-ES-ElviraNeural"),
          Map.entry("fr", "fr-FR-DeniseNeural"),
          Map.entry("hi", "hi-IN-SwaraNeural"),
          Map.entry("it", "it-IT-ElsaNeural"),
          Map.entry("ja", "ja-JP-NanamiNeural"),
          Map.entry("ko", "ko-KR-SunHiNeural"),
          Map.entry("nl", "nl-NL-ColetteNeural"),
          Map.entry("pl", "pl-PL-ZofiaNeural"),
          Map.entry("pt", "pt-BR-FranciscaNeural"),
          Map.entry("ru", "ru-RU-SvetlanaNeural"),
          Map.entry("sv", "sv-SE-SofieNeural"),
          Map.entry("tr", "tr-TR-EmelNeural"),
          Map.entry("uk", "uk-UA-PolinaNeural"),
          Map.entry("zh", "zh-CN-XiaoxiaoNeural"));

  private DidVoices() {}

  /**
   * The voice of a text.
   *
   * @throws IllegalArgumentException if there is none for the language, or the named one cannot be
   */
  static DidVoice of(AvatarRequest request, DidOptions options) {
    var named = request.voice();
    var usual = options.voice();
    if (named != null && !named.isBlank()) {
      return usual == null ? DidVoice.parse(named) : usual.like(named);
    }
    return Optional.ofNullable(usual != null ? usual : forLanguage(request.language()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no voice is known for " + request.language().toLanguageTag()));
  }

  private static @Nullable DidVoice forLanguage(Locale language) {
    var id = MICROSOFT.get(language.getLanguage());
    return id == null ? null : DidVoice.of(DidVoice.MICROSOFT, id);
  }
}
