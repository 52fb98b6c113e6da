package io.vidgen.google.internal.script;

import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.google.internal.content.Answers;
import io.vidgen.model.Character;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;
import java.util.List;
import java.util.Locale;

/**
 * Asks for a script, repairs what it can, and asks once more when rules stay broken. Each call is
 * paid for, so a failure of the second one says that money was spent.
 */
public final class ScriptWork implements QuickWork<ScriptRequest, ScriptResult> {

  /** How much of a bad answer is sent back; enough for any script that is worth mending. */
  private static final int QUOTED = 40_000;

  private final ScriptPrices prices;
  private final Asking asking;

  /** One paid call of generateContent. */
  @FunctionalInterface
  public interface Asking {

    /**
     * Sends it once.
     *
     * @param contents the conversation
     * @param config how to answer
     * @param context deadline and cancellation
     * @return the answer
     * @throws VidgenException if it was refused or its outcome is not known
     */
    GenerateContentResponse ask(
        List<Content> contents, GenerateContentConfig config, CallContext context);
  }

  /** An answer, and the form in which it was asked for. */
  private record Answer(String text, AnswerForm form) {}

  /** A script, or what keeps an answer from being one. */
  private record Judged(Draft draft, List<String> wrong, boolean readable) {}

  /**
   * Scripts by way of a service.
   *
   * @param prices what answers are charged
   * @param asking sends calls
   */
  public ScriptWork(ScriptPrices prices, Asking asking) {
    this.prices = prices;
    this.asking = asking;
  }

  @Override
  public ScriptResult call(ScriptRequest request, CallContext context) {
    var errors =
        ScriptChecks.check(request).stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .toList();
    if (!errors.isEmpty()) {
      throw VidgenException.invalid("request", errors);
    }
    var shape = Shape.of(request);
    var prompt = message("user", ScriptPrompt.ask(request, shape));
    var bill = new ScriptBill(prices, context);
    var first = first(prompt, shape, bill);
    context.progress(0.5);
    var judged = judge(first.text(), request, shape);
    if (!judged.wrong().isEmpty()) {
      judged = again(prompt, first, judged, request, bill);
    }
    context.progress(1);
    return new ScriptResult(script(judged.draft(), request));
  }

  /** Older models refuse a schema, which costs nothing; they are asked for scene blocks. */
  private Answer first(Content prompt, Shape shape, ScriptBill bill) {
    try {
      return ask(List.of(prompt), AnswerForm.JSON, shape, bill);
    } catch (VidgenException e) {
      if (!isAboutTheSchema(e)) {
        throw e;
      }
      return ask(List.of(prompt), AnswerForm.BLOCKS, shape, bill);
    }
  }

  private Judged again(
      Content prompt, Answer first, Judged bad, ScriptRequest request, ScriptBill bill) {
    var shape = Shape.of(request);
    var form = bad.readable() ? first.form() : AnswerForm.BLOCKS;
    var talk =
        List.of(
            prompt,
            message("model", quoted(first.text())),
            message("user", ScriptPrompt.again(bad.wrong(), form)));
    Judged judged;
    try {
      judged = judge(ask(talk, form, shape, bill).text(), request, shape);
    } catch (VidgenException e) {
      throw afterPaying(e, bad);
    }
    if (!judged.wrong().isEmpty()) {
      throw Answers.protocol(
          "two scripts broke the rules; the second one: " + String.join("; ", judged.wrong()),
          "put the theme more simply, ask for other numbers of scenes, or use another model");
    }
    return judged;
  }

  private Answer ask(List<Content> talk, AnswerForm form, Shape shape, ScriptBill bill) {
    var config =
        GenerateContentConfig.builder()
            .systemInstruction(
                Content.builder().parts(Part.fromText(ScriptPrompt.system(form))).build())
            .maxOutputTokens(ScriptPrices.longestAnswer(shape));
    if (form == AnswerForm.JSON) {
      config.responseMimeType("application/json").responseJsonSchema(ScriptSchema.of(shape));
    }
    var response = asking.ask(talk, config.build(), bill.context());
    bill.add(response, shape);
    return new Answer(Answers.text(Answers.parts(response)), form);
  }

  private static Judged judge(String answer, ScriptRequest request, Shape shape) {
    var read = DraftReader.read(answer, request.language());
    if (read.isEmpty()) {
      var wrong =
          answer.isEmpty() ? "it is empty" : "it is not a whole script of the form asked for";
      return new Judged(new Draft("", List.of()), List.of(wrong), false);
    }
    var names = request.characters().stream().map(Character::name).toList();
    var draft = new DraftRepair(shape, names).repair(read.get());
    var wrong = new ScriptRules(shape, request.revision()).broken(draft);
    return new Judged(draft, wrong, true);
  }

  private static VidgenException afterPaying(VidgenException e, Judged bad) {
    var failure = e.failure();
    var told =
        new Failure(
            failure.kind(),
            "the first script was paid for and broke the rules ("
                + String.join("; ", bad.wrong())
                + "); asking for a better one failed: "
                + failure.message(),
            failure.remedy(),
            failure.context(),
            failure.retryAfter(),
            Boolean.TRUE);
    return new VidgenException(told, e);
  }

  /** Tells a schema that a model does not know from other requests that make no sense. */
  private static boolean isAboutTheSchema(VidgenException e) {
    var text = e.failure().message().toLowerCase(Locale.ROOT).replaceAll("[_ ]", "");
    return e.kind() == FailureKind.INVALID_REQUEST
        && Boolean.FALSE.equals(e.failure().charged())
        && (text.contains("schema") || text.contains("mimetype") || text.contains("jsonmode"));
  }

  private static Script script(Draft draft, ScriptRequest request) {
    var revision = request.revision();
    if (revision == null) {
      return new Script(draft.title(), request.language(), draft.scenes());
    }
    var scene = draft.scenes().get(0);
    var before = revision.scene();
    var after =
        new Scene(
            scene.heading().isEmpty() ? before.heading() : scene.heading(),
            scene.dialogue(),
            scene.visual(),
            scene.sound(),
            null,
            null,
            before.media(),
            before.clips());
    return new Script(draft.title(), request.language(), List.of(after));
  }

  private static String quoted(String answer) {
    var text = answer.isEmpty() ? "(nothing)" : answer;
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED);
  }

  private static Content message(String role, String text) {
    return Content.builder().role(role).parts(Part.fromText(text)).build();
  }
}
