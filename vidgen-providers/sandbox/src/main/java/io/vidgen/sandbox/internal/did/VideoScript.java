package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a talk or clip says.
 *
 * @param text to speak, null when there is audio
 * @param audioUrl of a recording, null when there is text
 * @param language BCP 47 tag
 * @param voice the vendor's id
 * @param speed 1 for the voice's own
 */
record VideoScript(
    @Nullable String text, @Nullable String audioUrl, String language, String voice, double speed) {

  /** Characters of speech in a second. */
  private static final double PACE = 14;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 40_000;
  private static final int LONGEST_WITHOUT_TAGS = 10_000;
  private static final Pattern TAGS = Pattern.compile("<[^>]{0,500}>");
  private static final Pattern ANY = Pattern.compile("");
  private static final Pattern RATE =
      Pattern.compile("^(|0\\.[7-9][0-9]*|1(\\.[0-1][0-9]*|\\.2|\\.20*)?)$");
  private static final Pattern STYLE = Pattern.compile("^(|0(\\.[0-9]+)?|1(\\.0+)?)$");
  private static final Pattern AUDIO =
      Pattern.compile(
          "^(https|s3)://[\\S]+\\.(?:m4a|M4A|flac|FLAC|mp3|MP3|mp4|MP4|wav|WAV)"
              + "([?#][\\w./=&#%-]+)?$");
  private static final Pattern MICROSOFT = Pattern.compile("[a-z]{2,3}(-[A-Za-z]+)+Neural");
  private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3}-[A-Z]{2,4})-.*");
  private static final Map<String, Set<String>> PROVIDERS =
      Map.of(
          "microsoft", Set.of("type", "voice_id", "voice_config", "language"),
          "elevenlabs", Set.of("type", "voice_id", "voice_config", "model_id", "language"),
          "amazon", Set.of("type", "voice_id", "language"),
          "google", Set.of("type", "voice_id"),
          "azure-openai", Set.of("type", "voice_id", "voice_config", "language"));
  private static final Set<String> NAMED = Set.of("microsoft", "amazon", "azure-openai");

  /** Reads {@code body.script}; what is wrong goes to the check. */
  static VideoScript read(JsonNode body, BodyCheck check) {
    check.required(body, "body", "script");
    var script = check.object(body, "body", "script").orElse(null);
    var nothing = new VideoScript("", null, "en", "", 1);
    if (script == null) {
      return nothing;
    }
    var path = "body.script";
    check.required(script, path, "type");
    var type = check.choice(script, path, "type", List.of("text", "audio")).orElse("");
    check.flag(script, path, "subtitles");
    if (type.equals("audio")) {
      check.closed(script, path, Set.of("type", "subtitles", "audio_url"));
      check.required(script, path, "audio_url");
      var url = check.text(script, path, "audio_url", AUDIO).orElse("");
      return new VideoScript(null, url, "en", "", 1);
    }
    check.closed(script, path, Set.of("type", "subtitles", "provider", "input", "ssml"));
    check.flag(script, path, "ssml");
    var input = check.text(script, path, "input", ANY).orElse("Making videos is easy with D-ID");
    if (input.length() < SHORTEST) {
      check.problem(path + ".input", "minLength " + SHORTEST);
    } else if (input.length() > LONGEST
        || TAGS.matcher(input).replaceAll("").length() > LONGEST_WITHOUT_TAGS) {
      check.problem(path + ".input", "maxLength " + LONGEST);
    }
    return provider(script, input, check);
  }

  private static VideoScript provider(JsonNode script, String input, BodyCheck check) {
    var path = "body.script.provider";
    var provider = check.object(script, "body.script", "provider").orElse(null);
    if (provider == null) {
      return new VideoScript(input, null, "en-US", "en-US-JennyNeural", 1);
    }
    check.required(provider, path, "type");
    var type = check.choice(provider, path, "type", List.copyOf(PROVIDERS.keySet())).orElse("");
    check.closed(provider, path, PROVIDERS.getOrDefault(type, Set.of("type")));
    if (NAMED.contains(type)) {
      check.required(provider, path, "voice_id");
    }
    var voice = check.text(provider, path, "voice_id", ANY).orElse("21m00Tcm4TlvDq8ikWAM");
    var matcher = LANGUAGE.matcher(voice);
    var language =
        check
            .text(provider, path, "language", ANY)
            .orElse(matcher.matches() ? matcher.group(1) : "en-US");
    double speed = 1;
    var config = check.object(provider, path, "voice_config").orElse(null);
    if (config != null && type.equals("elevenlabs")) {
      speed = elevenLabs(config, path + ".voice_config", check);
    } else if (config != null) {
      check.closed(config, path + ".voice_config", Set.of("style", "rate", "pitch"));
      for (String name : List.of("style", "rate", "pitch")) {
        check.text(config, path + ".voice_config", name, ANY);
      }
    }
    return new VideoScript(input, null, language, type + ":" + voice, speed);
  }

  private static double elevenLabs(JsonNode config, String path, BodyCheck check) {
    check.closed(
        config,
        path,
        Set.of(
            "stability",
            "similarity_boost",
            "rate",
            "style",
            "use_speaker_boost",
            "apply_language_text_normalization"));
    check.number(config, path, "stability", 0, 1, 0.5);
    check.number(config, path, "similarity_boost", 0, 1, 0.75);
    check.text(config, path, "style", STYLE);
    check.flag(config, path, "use_speaker_boost");
    check.flag(config, path, "apply_language_text_normalization");
    var rate = check.text(config, path, "rate", RATE).orElse("");
    return rate.isEmpty() || !RATE.matcher(rate).find() ? 1 : Double.parseDouble(rate);
  }

  /** Whether the vendor has the voice; it says so only after the body's form is found good. */
  boolean voiceExists() {
    return !voice.toLowerCase(Locale.ROOT).startsWith("microsoft:")
        || MICROSOFT.matcher(voice.substring("microsoft:".length())).matches();
  }

  /** How long the speech will be, for the price. */
  double estimatedSeconds() {
    return text == null ? 0 : TAGS.matcher(text).replaceAll("").length() / PACE / speed;
  }
}
