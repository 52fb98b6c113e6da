package io.vidgen.rest.coqui;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.coqui.CoquiStyle;
import io.vidgen.rest.internal.http.BaseAddress;
import io.vidgen.spi.VoiceGender;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a Coqui server is used. Nothing of it is sent anywhere but to that server.
 *
 * @param url base address of the server, such as {@code http://127.0.0.1:5002}
 * @param route which interface; {@link CoquiRoute#TTS} by default
 * @param model name of the model that the server was started with, which no server tells; decides
 *     about limits and languages and is part of every fingerprint. Empty by default
 * @param speaker the speaker when a request names none; null for the server's own
 * @param speakerWav path of a recording <em>on the server</em> whose voice is cloned when a request
 *     names no voice; only the idiap fork clones. Null for none
 * @param style path of a {@code .wav} <em>on the server</em>, or a JSON object of style tokens;
 *     null for none. Models without styles fail
 * @param gender how the voice of requests that name none sounds, which no server tells; {@link
 *     VoiceGender#UNKNOWN} by default
 * @param language {@link #AUTO} for the request's language, {@link #NONE} to send none, or the
 *     model's own name of a language, such as {@code fr-fr}
 * @param languages BCP 47 tags of what the model speaks; empty for what is known of the model, or
 *     any
 * @param partLength most characters of one call, 20 to 5000; 0 for the limit that XTTS has for the
 *     language
 * @param parallel most calls at once, 1 to 64; 1 by default, since a server speaks one text at a
 *     time
 * @param timeout longest call; 5 minutes by default
 */
public record CoquiOptions(
    URI url,
    CoquiRoute route,
    String model,
    @Nullable String speaker,
    @Nullable String speakerWav,
    @Nullable String style,
    VoiceGender gender,
    String language,
    Set<String> languages,
    int partLength,
    int parallel,
    Duration timeout) {
  /** The request's language is sent, in the writing of XTTS. */
  public static final String AUTO = "auto";

  /** No language is sent. */
  public static final String NONE = "none";

  /**
   * Copies the set and checks the values. Plain HTTP to a host elsewhere is up to who calls this;
   * {@link #builder(URI)} refuses it.
   *
   * @throws VidgenException of kind {@code INVALID_REQUEST} if a value is out of range
   */
  public CoquiOptions {
    url = BaseAddress.checked(BaseAddress.Source.of(CoquiSpeechProvider.ID, true), url);
    languages = Set.copyOf(languages);
    require(partLength == 0 || (partLength >= 20 && partLength <= 5000), "part-length", "20–5000");
    require(parallel >= 1 && parallel <= 64, "parallel", "1–64");
    require(timeout.compareTo(Duration.ZERO) > 0, "timeout", "more than zero");
    require(
        style == null || CoquiStyle.isUsable(style),
        "style",
        "a path ending in .wav on the server, or a JSON object");
  }

  /**
   * Begins with the defaults.
   *
   * @param url base address of the server: http or https, without a user; plain HTTP only if its
   *     host looks local
   * @return a builder
   * @throws VidgenException of kind {@code INVALID_REQUEST} if the address is another one
   */
  public static CoquiOptionsBuilder builder(URI url) {
    return builder(url, false);
  }

  /**
   * Begins with the defaults.
   *
   * @param url base address of the server: http or https, without a user
   * @param allowHttp whether texts may go to a host elsewhere unencrypted
   * @return a builder
   * @throws VidgenException of kind {@code INVALID_REQUEST} if the address is another one
   */
  public static CoquiOptionsBuilder builder(URI url, boolean allowHttp) {
    return new CoquiOptionsBuilder(
        BaseAddress.checked(BaseAddress.Source.of(CoquiSpeechProvider.ID, allowHttp), url));
  }

  private static void require(boolean fine, String option, String allowed) {
    if (!fine) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "setting vidgen.coqui." + option + " makes no sense",
          "set it to " + allowed);
    }
  }
}
