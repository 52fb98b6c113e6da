package io.vidgen.internal.narrated;

import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Checklist.Holds;
import io.vidgen.internal.video.Listeners;
import io.vidgen.internal.video.Listeners.Length;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.job.Narrated;
import io.vidgen.model.Scene;
import io.vidgen.spi.Capabilities.Feature;
import java.util.Collection;
import java.util.List;

/** Finds everything that is wrong with a request before anything is spent or written. */
final class NarratedChecks {
  private final Narrated request;
  private final Toolbox tools;
  private final SceneSteps steps;
  private final Voices voices;
  private final Checklist list;

  NarratedChecks(Narrated request, SceneSteps steps, Toolbox tools, Checklist list) {
    this.request = request;
    this.tools = tools;
    this.steps = steps;
    this.voices = steps.voices();
    this.list = list;
  }

  /** Checks some scenes, by number. */
  void check(Collection<Integer> numbers) {
    var scenes = numbers.stream().map(n -> request.script().scenes().get(n - 1)).toList();
    boolean spoken = checkVoices(scenes);
    boolean drawn = checkPictures(numbers);
    for (int number : numbers) {
      checkScene(number, spoken, drawn);
    }
  }

  private boolean checkVoices(List<Scene> scenes) {
    return scenes.stream().anyMatch(s -> !s.spokenText().isBlank())
        && voices.check(request.script().language(), "script.language", list);
  }

  private boolean checkPictures(Collection<Integer> numbers) {
    return numbers.stream().anyMatch(n -> steps.media(n) == null)
        && list.usable(
            tools.images(),
            p -> true,
            new Checklist.Lack(
                "image provider",
                "nothing can make pictures",
                "add vidgen-providers-offline or another image provider, or give each scene a"
                    + " file"));
  }

  private void checkScene(int number, boolean spoken, boolean drawn) {
    var scene = request.script().scenes().get(number - 1);
    var field = "script.scenes[" + (number - 1) + "]";
    if (request.captions() != null) {
      list.glyphs(scene.captionText(), field + ".caption");
    }
    if (spoken && steps.isSpoken(number)) {
      checkSpeech(number, field);
    }
    var media = steps.media(number);
    if (media != null) {
      list.media(media, field + ".media", Holds.PICTURE);
    } else if (drawn) {
      checkImage(number, field);
    }
  }

  private void checkSpeech(int number, String field) {
    var asked = steps.speechRequest(number);
    voices.check(asked, field, list);
    if (!voices.voice(asked).capabilities().has(Feature.WORD_TIMINGS)) {
      var length = StandIn.length(asked.text(), asked.language(), asked.speed());
      new Listeners(tools).check(steps.text(number), new Length(length, true), null, "", list);
    }
  }

  private void checkImage(int number, String field) {
    var asked = steps.imageRequest(number);
    var maker = tools.router().route(SceneSteps.IMAGE, tools.images(), asked).who();
    list.addAll(maker.check(asked));
    list.priceKnown(maker.price(asked), field);
  }
}
