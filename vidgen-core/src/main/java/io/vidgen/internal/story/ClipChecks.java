package io.vidgen.internal.story;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Listeners;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Chaining;
import io.vidgen.model.Scene;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.SceneParts;
import io.vidgen.spi.VideoProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what is wrong with the clips of a story, and says what the user should know.
 *
 * @param telling what is told
 * @param plan the clips, and perhaps drafts that some of them share pictures with
 * @param scenes whose clips are to be made; nothing is said of drafts
 * @param cast who appears
 * @param purchase who makes clips
 * @param tools what there is
 * @param list takes what is wrong
 */
record ClipChecks(
    Telling telling,
    ClipPlan plan,
    Set<Integer> scenes,
    Cast cast,
    ClipPurchase purchase,
    Toolbox tools,
    Checklist list) {

  /** What can be said whoever makes the clips. */
  void checkScenes() {
    for (int number : scenes) {
      var scene = telling.scene(number);
      if (scene.clips() > 1 && !scene.captionText().equals(scene.spokenText())) {
        list.add(
            Problem.error(
                Telling.field(number),
                "it has several clips, and captions of their own cannot be shared out over them",
                "split the scene"));
      }
      if (isEmpty(scene)) {
        list.add(
            Problem.error(
                Telling.field(number) + ".visual",
                "the scene shows nothing and says nothing, and its clip costs as much as any other",
                "say what is seen, or leave the scene out"));
      }
    }
  }

  private static boolean isEmpty(Scene scene) {
    return scene.visual().isBlank()
        && scene.heading().isBlank()
        && SceneParts.spoken(scene).stream().allMatch(line -> line.text().isBlank());
  }

  /** Whether somebody can make the clips, so that the rest can be checked. */
  boolean checkProvider() {
    return list.usable(
        tools.videos(),
        purchase::fits,
        new Checklist.Lack("video provider", "no video provider " + wanted(), remedy()));
  }

  private String wanted() {
    var size = telling.request().clipFormat();
    var made = "makes clips" + (size == null ? "" : " of " + size);
    return plan.isExtended()
        ? made + " that can be extended"
        : plan.chaining() == Chaining.INTERPOLATED ? made + " between two given pictures" : made;
  }

  private String remedy() {
    var hints =
        plan.isExtended()
            ? tools.videos().matching(p -> !p.extensionRemedy().isEmpty()).stream()
                .map(p -> p.id() + ": " + p.extensionRemedy() + "; or ")
                .collect(Collectors.joining())
            : "";
    return hints
        + "add one that does"
        + (plan.chaining() == Chaining.SEPARATE ? "" : ", or let clips be chaining(SEPARATE)")
        + (telling.request().clipFormat() == null ? "" : ", or take another clipFormat(...)");
  }

  /** Checks everything that depends on who makes the clips. */
  void checkClips(ClipRuns runs, KeyPictures pictures, VideoProvider planner) {
    if (plan.chaining() == Chaining.INTERPOLATED && !pictures.check(list, plan, clips())) {
      return;
    }
    new ReferenceChecks(plan, cast, planner, tools, list).check();
    checkSound(planner);
    checkShape(planner);
    for (var run : plan.runs()) {
      if (!isTooLong(run, planner)) {
        checkRun(clips(run), runs);
      }
    }
    checkEqual(runs);
  }

  /** Two that are asked for in the same words are one, and it would be seen twice. */
  private void checkEqual(ClipRuns runs) {
    var first = new HashMap<ClipRequest, PlannedClip>();
    for (var clip : clips()) {
      var wanted = runs.standIn(clip);
      var asked = purchase.request(wanted, purchase.provider(wanted));
      // What goes on from a video or a picture is told apart by that.
      boolean isNew = asked.extend() == null && asked.firstFrame() == null;
      var same = isNew ? first.putIfAbsent(asked, clip) : null;
      if (same != null) {
        list.add(
            Problem.warning(
                clip.field(),
                "its clip is asked for in the same words as scene "
                    + same.scene()
                    + "'s, so the same clip is shown again",
                "describe what is different in the scene's visual, or ask for another version by"
                    + " take("
                    + clip.scene()
                    + ", 1)"));
      }
    }
  }

  private List<PlannedClip> clips() {
    return clips(plan.clips());
  }

  private List<PlannedClip> clips(List<PlannedClip> all) {
    return all.stream().filter(clip -> scenes.contains(clip.scene())).toList();
  }

  private boolean isTooLong(List<PlannedClip> run, VideoProvider planner) {
    var limits = planner.limits();
    var length = run.get(run.size() - 1).end();
    boolean tooLong =
        plan.chaining() == Chaining.EXTENDED
            && run.size() > 1
            && (run.size() - 1 > limits.maxExtensions()
                || length.compareTo(limits.maxLength()) > 0);
    if (tooLong) {
      list.add(
          Problem.error(
              "script",
              String.format(
                  Locale.ROOT,
                  "%d clips that go on from each other are %d s, and %s extends a clip %d times at"
                      + " most, up to %d s",
                  run.size(),
                  length.toSeconds(),
                  planner.id(),
                  limits.maxExtensions(),
                  limits.maxLength().toSeconds()),
              "take fewer scenes, or let clips be chaining(SEPARATE) or chaining(INTERPOLATED)"));
    }
    return tooLong;
  }

  /** Who chose the size of clips knows; else nobody expects bars. */
  private void checkShape(VideoProvider planner) {
    var video = telling.request().format();
    var made = purchase.format(planner);
    if (telling.request().clipFormat() == null && !ClipFormats.isSameShape(made, video)) {
      list.add(
          Problem.warning(
              "format",
              planner.id()
                  + " makes clips of "
                  + made
                  + ", shown in "
                  + video
                  + " between blurred"
                  + " borders",
              "choose a provider that makes this shape, or another format(...)"));
    }
  }

  private void checkSound(VideoProvider planner) {
    boolean spoken = clips().stream().anyMatch(c -> !c.part().spokenText().isBlank());
    var able = planner.capabilities();
    if (spoken && !able.has(Feature.NATIVE_AUDIO)) {
      list.add(
          Problem.warning(
              "video provider",
              planner.id() + " makes no sound: what is said is only in the captions",
              "choose another, or shoot scenes as NARRATED"));
      return;
    } else if (spoken && !able.speaks(telling.language())) {
      list.add(
          Problem.warning(
              "script.language",
              planner.id() + " does not say that it speaks " + telling.language().toLanguageTag(),
              ""));
    }
    clips().stream()
        .map(PlannedClip::part)
        .filter(part -> !part.spokenText().isBlank() && !part.captionText().isBlank())
        .findFirst()
        .ifPresent(part -> new Listeners(tools).warnOfEstimate(telling.text(part), list));
  }

  private void checkRun(List<PlannedClip> run, ClipRuns runs) {
    var port = new PlanPort(tools.ledger());
    try {
      run.forEach(clip -> runs.need(clip, port));
    } catch (VidgenException e) {
      if (e.failure().kind() != FailureKind.EXPIRED) {
        throw e;
      }
      list.add(
          Problem.error(
              Telling.field(e.failure().context().scene()),
              e.failure().message(),
              e.failure().remedy()));
    }
    list.addAll(port.warned());
    run.forEach(clip -> checkClip(clip, runs));
  }

  private void checkClip(PlannedClip clip, ClipRuns runs) {
    var part = clip.part();
    if (!part.spokenText().isBlank()) {
      checkWords(clip, part);
    }
    if (runs.known(clip) != null) {
      return;
    }
    var decided = runs.decided(clip);
    var wanted = decided == null ? runs.standIn(clip) : decided;
    var who = purchase.provider(wanted);
    var asked = purchase.request(wanted, who);
    for (var problem : who.check(asked)) {
      // A provider knows what is wrong with a request, not which scene it is for.
      list.add(
          new Problem(
              clip.field() + "." + problem.field(),
              problem.message(),
              problem.remedy(),
              problem.severity()));
    }
    list.priceKnown(StandIn.price(who, asked), clip.field());
  }

  private void checkWords(PlannedClip clip, Scene part) {
    var length = StandIn.length(part.spokenText(), telling.language(), null);
    if (!ClipPlan.isTimeFor(length, clip.length())) {
      list.add(
          Problem.warning(
              clip.field(),
              "what is said takes about "
                  + length.toSeconds()
                  + " s, and its clip is "
                  + clip.length().toSeconds()
                  + " s",
              "shorten it, split the scene, or give it more clips"));
    }
    new Listeners(tools).check(telling.text(part), estimated(clip.length()), null, "", list);
  }

  private static Listeners.Length estimated(Duration length) {
    return new Listeners.Length(length, true);
  }
}
