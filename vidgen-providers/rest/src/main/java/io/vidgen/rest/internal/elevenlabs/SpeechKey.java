package io.vidgen.rest.internal.elevenlabs;

import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.spi.SpeechRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names speech by all that decides how it sounds. Pure. */
final class SpeechKey {
  private static final int SHORT = 4;

  private SpeechKey() {}

  /** The model, and a digest of all choices that can be heard. */
  static String model(ElevenLabsOptions options) {
    var choices =
        List.of(
            options.voice(),
            options.voiceSettings(),
            options.format(),
            options.seed(),
            options.languageCode(),
            options.normalization(),
            options.languageNormalization(),
            options.dictionaries());
    var hash = sha256().digest(choices.toString().getBytes(StandardCharsets.UTF_8));
    return options.model() + "/" + HexFormat.of().formatHex(hash, 0, SHORT);
  }

  /** The parts of a speech: where the text is cut decides about them as much as the text. */
  static String of(String model, SpeechRequest request, List<String> texts, SoundFormat wire) {
    var hash = sha256();
    add(hash, model);
    add(hash, wire.name());
    add(hash, request.language().toLanguageTag());
    add(hash, String.valueOf(request.voice()));
    add(hash, String.valueOf(request.speed()));
    add(hash, String.valueOf(request.take()));
    texts.forEach(text -> add(hash, text));
    return HexFormat.of().formatHex(hash.digest());
  }

  /** With its length before it, so that no two lists look the same. */
  private static void add(MessageDigest hash, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    hash.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    hash.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
