package io.vidgen.internal.story;

import io.vidgen.internal.narrated.SpeakingVoice;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.SilentCaption;
import io.vidgen.internal.video.SpokenWords;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.job.Chaining;
import io.vidgen.job.Shoot;
import io.vidgen.job.Story;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.SpeechRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A story whose script is known.
 *
 * @param request what to make of it
 * @param script what is told: the request's own, or what was written for its theme
 * @param lowered which scenes are made with less than the request asks for
 */
record Telling(Story request, Script script, Lowered lowered) {

  /** As the request asks for. */
  Telling(Story request, Script script) {
    this(request, script, Lowered.NONE);
  }

  /** The same, with nothing lowered. */
  Telling asked() {
    return new Telling(request, script);
  }

  /** The same, whose clips hang together in another way. */
  Telling chained(Chaining chaining) {
    return chaining == request.chaining()
        ? this
        : new Telling(request.toBuilder().chaining(chaining).build(), script, lowered);
  }

  /** What is seen stays, other words are said, by the voice of another request. */
  Telling spokenAs(Script translated, Story voiced) {
    var scenes = new ArrayList<Scene>();
    for (int i = 0; i < script.scenes().size(); i++) {
      var seen = script.scenes().get(i);
      var said = translated.scenes().get(i);
      scenes.add(
          new Scene(
              seen.heading(),
              said.dialogue(),
              seen.visual(),
              seen.sound(),
              said.say(),
              said.caption(),
              seen.media(),
              seen.clips()));
    }
    var words = new Script(translated.title(), translated.language(), scenes);
    return new Telling(voiced, words, lowered);
  }

  Scene scene(int number) {
    return script.scenes().get(number - 1);
  }

  Locale language() {
    return script.language();
  }

  int scenes() {
    return script.scenes().size();
  }

  /** Where the request says a scene, for problems. */
  static String field(int scene) {
    return "script.scenes[" + (scene - 1) + "]";
  }

  /** Which version of each scene is wanted, of the scenes that there are. */
  Map<Integer, Integer> takes() {
    var takes = new TreeMap<>(request.takes());
    // A written script may have fewer scenes than the request expected.
    takes.keySet().removeIf(scene -> scene > scenes());
    return takes;
  }

  /** What is said in a scene or its clip, and shown of that. */
  SpokenWords.Text text(Scene part) {
    return new SpokenWords.Text(part.captionText(), part.spokenText(), language(), 0);
  }

  /** Our voices, for all that is said. */
  Voices voices(Toolbox tools) {
    return new Voices(
        tools,
        IntStream.rangeClosed(1, scenes())
            .filter(number -> !scene(number).spokenText().isBlank())
            .mapToObj(number -> speech(number, scene(number)))
            .toList());
  }

  /** When the caption of a scene or its clip is shown that says nothing. */
  List<WordTiming> silentCaption(Scene part, Duration length) {
    return SilentCaption.words(part.captionText(), language(), request.captionOptions(), length);
  }

  /** What a voice is asked for that speaks a scene or its clip. */
  SpeechRequest speech(int scene, Scene part) {
    return new SpeechRequest(
        part.spokenText(),
        language(),
        SpeakingVoice.of(part, request.characters(), request.voice()),
        request.speed(),
        request.takeOf(scene));
  }

  /** How a scene is made: who brings a picture for it wants to see that. */
  Shoot shootOf(int number) {
    var shoot = request.shootOf(number);
    boolean isStill = scene(number).media() != null || lowered.of(number).still();
    return shoot == Shoot.CLIP && isStill ? Shoot.NARRATED : shoot;
  }

  /** The numbers of the scenes that are made in a way. */
  SortedSet<Integer> scenesOf(Shoot shoot) {
    var numbers = new TreeSet<Integer>();
    for (int number = 1; number <= scenes(); number++) {
      if (shootOf(number) == shoot) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
