package io.vidgen.examples.storm;

import io.vidgen.job.VideoRequest;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Quality;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What is asked for: five narrated videos to three stories and two avatars, in an order that the
 * seed decides. Every second narrated one shares its first scene with the one before. Takes and
 * negative prompts make all the others differ, while what is said and shown repeats itself, so that
 * the sandbox speaks and films it once.
 */
final class Requests {
  private static final VideoFormat SMALL = new VideoFormat(270, 480);
  private static final List<String> LINES =
      List.of("The boats are out.", "A storm comes.", "Nobody is afraid.", "They come home.");

  /** Their takes are nobody else's. */
  private static final int SCOUTS = 1_000_000;

  private final Random dice;
  private final Path face;
  private int narrated;
  private int count;

  Requests(long seed, Path face) {
    this.dice = new Random(seed);
    this.face = face;
  }

  List<StormRender> next(int renders) {
    narrated += narrated % 2; // pairs stay within their phase
    return IntStream.range(0, renders).mapToObj(i -> next()).toList();
  }

  /** Has everything said and shown once, so that the sandbox is quick afterwards. */
  List<StormRender> warmUp() {
    count++;
    var all = script(LINES.toArray(String[]::new));
    var renders = new ArrayList<>(scouts());
    renders.add(
        new StormRender(
            Kind.NARRATED,
            VideoRequest.narrated(all).take(SCOUTS).format(SMALL).quality(Quality.DRAFT).build()));
    renders.add(new StormRender(Kind.STORY, story()));
    return renders;
  }

  /** One of each kind with a single scene: whoever rested is tried with one call. */
  List<StormRender> scouts() {
    count++;
    var script = script(LINES.get(3));
    return List.of(
        new StormRender(
            Kind.NARRATED,
            VideoRequest.narrated(script)
                .take(SCOUTS + count)
                .format(SMALL)
                .quality(Quality.DRAFT)
                .build()),
        new StormRender(
            Kind.STORY,
            VideoRequest.story(script)
                .negativePrompt("scout " + count)
                .format(SMALL)
                .quality(Quality.DRAFT)
                .build()),
        new StormRender(Kind.AVATAR, avatar()));
  }

  private StormRender next() {
    count++;
    int drawn = dice.nextInt(10);
    if (drawn < 5) {
      return new StormRender(Kind.NARRATED, narrated());
    }
    return drawn < 8
        ? new StormRender(Kind.STORY, story())
        : new StormRender(Kind.AVATAR, avatar());
  }

  private VideoRequest narrated() {
    int pair = narrated++ / 2;
    var second = LINES.get(1 + narrated % 2 + dice.nextInt(2));
    return VideoRequest.narrated(script(LINES.get(0), second))
        .take(pair)
        .format(SMALL)
        .quality(Quality.DRAFT)
        .build();
  }

  private VideoRequest story() {
    return VideoRequest.story(script(LINES.get(0), LINES.get(1)))
        .negativePrompt("number " + count)
        .format(SMALL)
        .quality(Quality.DRAFT)
        .build();
  }

  private VideoRequest avatar() {
    return VideoRequest.avatar(LINES.get(dice.nextInt(LINES.size())))
        .face(face)
        .avatarVoice("en-US-JennyNeural")
        .take(count)
        .format(SMALL)
        .quality(Quality.DRAFT)
        .build();
  }

  private static Script script(String... lines) {
    var scenes =
        Arrays.stream(lines)
            .map(
                line ->
                    new Scene(
                        "",
                        List.of(DialogueLine.narrator(line)),
                        "The harbour: " + line,
                        "",
                        null,
                        null,
                        null,
                        1))
            .toList();
    return new Script("Storm", Locale.ENGLISH, scenes);
  }
}
