package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /talks} or {@code /clips}.
 *
 * @param kind talk or clip
 * @param face address of a picture, or id of a presenter
 * @param driver id of a presenter's motion, null when none was chosen
 * @param script what is said
 * @param config as it was sent
 * @param format {@code mp4}, {@code mov} or {@code webm}
 * @param padding seconds of silence after the audio
 * @param userData echoed, null if none
 * @param name echoed, null if none
 * @param webhook to be called at the end, null if none
 */
record VideoOrder(
    VideoKind kind,
    String face,
    @Nullable String driver,
    VideoScript script,
    ObjectNode config,
    String format,
    double padding,
    @Nullable String userData,
    @Nullable String name,
    @Nullable String webhook) {

  private static final String ALICE =
      "https://d-id-public-bucket.s3.us-west-2.amazonaws.com/alice.jpg";
  private static final String JACK = "jack-Pt27VkP3hW";
  private static final Pattern ANY = Pattern.compile("");
  private static final Pattern PICTURE =
      Pattern.compile("(https|s3):.*\\.(?:jpg|jpeg|png|JPG|JPEG|PNG)");
  private static final Pattern USER_DATA = Pattern.compile("^(?!\\s*$).+$", Pattern.DOTALL);

  /** The vendor takes https only; on this machine there is nobody to certify anything. */
  private static final Pattern WEBHOOK =
      Pattern.compile("^(?:https://|http://127\\.0\\.0\\.1[:/])[\\S]+$");

  private static final Pattern TARGET = Pattern.compile("(https|s3)://.+");
  private static final int LONGEST_USER_DATA = 1000;

  static VideoOrder read(VideoKind kind, JsonNode body, BodyCheck check) {
    check.closed(body, "body", kind.fields);
    var script = VideoScript.read(body, check);
    var face =
        kind == VideoKind.TALK
            ? check.text(body, "body", "source_url", PICTURE).orElse(ALICE)
            : check.text(body, "body", "presenter_id", ANY).orElse(JACK);
    var driver = check.text(body, "body", "driver_id", ANY).orElse(null);
    var userData = check.text(body, "body", "user_data", USER_DATA).orElse(null);
    if (userData != null && userData.length() > LONGEST_USER_DATA) {
      check.problem("body.user_data", "maxLength " + LONGEST_USER_DATA);
    }
    check.text(body, "body", "result_url", TARGET);
    checkBackground(body, check);
    var config = check.object(body, "body", "config").orElse(null);
    return new VideoOrder(
        kind,
        face,
        driver,
        script,
        config instanceof ObjectNode sent ? sent.deepCopy() : JsonNodeFactory.instance.objectNode(),
        config == null ? "mp4" : format(kind, config, check),
        config == null ? 0 : config.path("pad_audio").asDouble(0),
        userData,
        check.text(body, "body", "name", ANY).orElse(null),
        check.text(body, "body", "webhook", WEBHOOK).orElse(null));
  }

  private static void checkBackground(JsonNode body, BodyCheck check) {
    check
        .object(body, "body", "background")
        .ifPresent(b -> check.closed(b, "body.background", Set.of("color", "source_url")));
    check
        .object(body, "body", "presenter_config")
        .ifPresent(p -> check.closed(p, "body.presenter_config", Set.of("crop")));
  }

  private static String format(VideoKind kind, JsonNode config, BodyCheck check) {
    var path = "body.config";
    check.closed(config, path, kind.configFields);
    check.flag(config, path, "stitch");
    check.flag(config, path, "fluent");
    check.number(config, path, "pad_audio", 0, 60, 0);
    check.number(config, path, "output_resolution", 150, 1080, 1080);
    check.object(config, path, "logo").ifPresent(logo -> checkLogo(logo, check));
    check
        .object(config, path, "driver_expressions")
        .ifPresent(expressions -> checkExpressions(expressions, check));
    return check.choice(config, path, "result_format", kind.formats).orElse("mp4");
  }

  private static void checkLogo(JsonNode logo, BodyCheck check) {
    var path = "body.config.logo";
    check.closed(logo, path, Set.of("url", "position"));
    check.required(logo, path, "url");
    check.text(logo, path, "url", TARGET);
    check.required(logo, path, "position");
    if (logo.has("position") && logo.get("position").size() != 2) {
      check.problem(path + ".position", "minItems 2");
    }
  }

  private static void checkExpressions(JsonNode expressions, BodyCheck check) {
    var path = "body.config.driver_expressions";
    check.closed(expressions, path, Set.of("expressions", "transition_frames"));
    check.required(expressions, path, "expressions");
    check.number(expressions, path, "transition_frames", 0, Double.MAX_VALUE, 0);
    int i = 0;
    for (JsonNode expression : expressions.path("expressions")) {
      var at = path + ".expressions.$" + i++;
      check.closed(expression, at, Set.of("start_frame", "expression", "intensity"));
      check.choice(
          expression, at, "expression", List.of("neutral", "happy", "serious", "surprise"));
      check.number(expression, at, "start_frame", 0, Double.MAX_VALUE, 0);
      check.number(expression, at, "intensity", 0, 1, 1);
    }
  }
}
