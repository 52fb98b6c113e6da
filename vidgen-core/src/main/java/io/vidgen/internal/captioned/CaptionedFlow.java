package io.vidgen.internal.captioned;

import io.vidgen.error.Problem;
import io.vidgen.internal.captioned.CaptionedWords.Captions;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.About;
import io.vidgen.internal.video.AudioSteps;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.ImportResult;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.SegmentSteps;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.UserFiles;
import io.vidgen.internal.video.WholeSteps;
import io.vidgen.job.Captioned;
import io.vidgen.model.Artifact;
import io.vidgen.model.AudioClip;
import io.vidgen.model.Clip;
import io.vidgen.model.Fit;
import io.vidgen.model.Timeline;
import io.vidgen.model.Visual;
import io.vidgen.spi.AudioRequest;
import io.vidgen.spi.MediaInfo;
import io.vidgen.spi.MixResult;
import io.vidgen.spi.SegmentResult;
import io.vidgen.subtitle.CaptionTrack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recipe of a captioned video: its words, then its segments side by side, while the sound is
 * taken over as it is. Belongs to one job or plan, which guards it.
 */
final class CaptionedFlow implements Flow<FinishedVideo> {
  private static final String KEPT = "kept";

  private final Captioned request;
  private final Toolbox tools;
  private final @Nullable MediaInfo seen;
  private final UserFiles files;
  private final Memo memo = new Memo();
  private final CaptionedWords words;
  private @Nullable Parts parts;

  /** With what is known of the video before it is copied, for plans. */
  CaptionedFlow(Captioned request, Toolbox tools, @Nullable MediaInfo seen) {
    this.request = request;
    this.tools = tools;
    this.seen = seen;
    this.files = new UserFiles(tools.composer());
    this.words = new CaptionedWords(request, tools, memo);
  }

  /** What is cut once the captions are known. */
  private record Parts(
      Captions captions,
      Visual visual,
      CaptionTrack track,
      List<Integer> cuts,
      SegmentSteps segments,
      WholeSteps whole,
      About about) {}

  @Override
  public Optional<FinishedVideo> evaluate(StepPort port) {
    var key = Place.WHOLE.key(UserFiles.IMPORT, "video");
    var importing = new Missing(port);
    var imported = importing.need(memo.once(key, () -> files.imported(key, request.video())));
    var hearing = new Missing(importing.then());
    if (imported.isEmpty()) {
      words.expect(seen, hearing);
      expectSound(seen, hearing);
      expectRest(seen, hearing.then());
      return Optional.empty();
    }
    var own = imported.get();
    var shape = Shape.of(request, own.info());
    var captions = words.need(own, hearing);
    var sound = sound(own, shape, hearing);
    if (captions.isEmpty()) {
      expectRest(own.info(), hearing.then());
      return Optional.empty();
    }
    if (parts == null) {
      parts = parts(own, shape, captions.get());
    }
    return end(parts, shape, sound, hearing.then());
  }

  private Parts parts(ImportResult own, Shape shape, Captions captions) {
    var about = new About(request.title(), captions.language(), null, List.of());
    var end = shape.look().time(shape.frames());
    var cues = captions.cues().stream().filter(cue -> cue.start().compareTo(end) < 0).toList();
    var spoken = captions.words().stream().filter(word -> word.start().compareTo(end) < 0).toList();
    return new Parts(
        new Captions(cues, spoken, captions.language()),
        new Visual.Footage(own.file(), Fit.BLURRED_FILL, Duration.ZERO),
        CaptionTrack.of(cues, captions.language()),
        Cuts.of(shape.frames(), shape.look().frameRate(), cues),
        new SegmentSteps(shape.look(), tools),
        new WholeSteps(shape.look(), about, tools),
        about);
  }

  private Optional<FinishedVideo> end(
      Parts made, Shape shape, Optional<Sound> sound, StepPort port) {
    if (made.captions().words().isEmpty()) {
      port.warn(Problem.warning("captions", "no word was found: the video has none", ""));
    }
    var cutting = new Missing(port);
    var pieces = pieces(made, cutting);
    var files =
        port.need(
            memo.once(
                StepKey.video("captions"),
                () -> made.whole().captions(made.captions().cues(), made.captions().words())));
    var poster =
        pieces
            .get(0)
            .flatMap(
                first ->
                    port.need(
                        memo.once(StepKey.video("poster"), () -> made.whole().poster(first))));
    if (sound.isEmpty() || pieces.contains(Optional.<SegmentResult>empty())) {
      made.whole().expectEnd(cutting.then(), pieces.get(0).isEmpty());
      return Optional.empty();
    }
    var done = pieces.stream().flatMap(Optional::stream).toList();
    var video = port.need(made.whole().finish(done, sound.get().audio()));
    if (video.isEmpty() || files.isEmpty() || poster.isEmpty()) {
      return Optional.empty();
    }
    made.whole().warnings(done, port);
    return Optional.of(
        new FinishedVideo(
            made.about(),
            video.get(),
            poster.get(),
            files.get(),
            sound.get().mix(),
            timeline(made, shape, sound.get()),
            null));
  }

  private List<Optional<SegmentResult>> pieces(Parts made, StepPort port) {
    var pieces = new ArrayList<Optional<SegmentResult>>();
    for (int i = 0; i + 1 < made.cuts().size(); i++) {
      int from = made.cuts().get(i);
      int to = made.cuts().get(i + 1);
      var key = segment(i);
      pieces.add(
          port.need(
              memo.once(
                  key, () -> made.segments().stretch(key, made.visual(), from, to, made.track()))));
    }
    return pieces;
  }

  private static StepKey segment(int index) {
    return Place.WHOLE.key(SegmentSteps.SEGMENT, Integer.toString(index + 1));
  }

  private record Sound(Artifact audio, @Nullable MixResult mix) {}

  private Optional<Sound> sound(ImportResult own, Shape shape, StepPort port) {
    if (own.info().audio() == null) {
      var about = new About("", Locale.ROOT, null, List.of());
      var silence = new WholeSteps(shape.look(), about, tools).mix(List.of(), shape.frames());
      return port.need(silence).map(mix -> new Sound(mix.audio(), mix));
    }
    var key = Place.WHOLE.key(AudioSteps.AUDIO, KEPT);
    var form = AudioRequest.Form.KEPT;
    return port.need(memo.once(key, () -> AudioSteps.step(key, own.file(), form, tools)))
        .map(kept -> new Sound(kept.audio(), null));
  }

  private void expectSound(@Nullable MediaInfo info, StepPort port) {
    var key =
        info != null && info.audio() == null
            ? StepKey.video("mix")
            : Place.WHOLE.key(AudioSteps.AUDIO, KEPT);
    port.expect(key, tools.composer().id(), AudioSteps.EXPECTED);
  }

  private void expectRest(@Nullable MediaInfo info, StepPort port) {
    int count = 1;
    int frames = 150;
    if (info != null) {
      var shape = Shape.of(request, info);
      count = Cuts.count(shape.frames(), shape.look().frameRate());
      frames = shape.frames() / count;
    }
    var cutting = new Missing(port);
    for (int i = 0; i < count; i++) {
      cutting.expect(segment(i), tools.composer().id(), SegmentSteps.expected(frames));
    }
    port.expect(StepKey.video("captions"), "subtitle", Duration.ofMillis(50));
    cutting.then().expect(StepKey.video("poster"), tools.composer().id(), Duration.ofMillis(300));
    cutting.then().expect(StepKey.video("finish"), tools.composer().id(), Duration.ofMillis(400));
  }

  private static Timeline timeline(Parts made, Shape shape, Sound sound) {
    var length = shape.look().time(shape.frames());
    var voice = new AudioClip(sound.audio(), AudioClip.Role.VOICE, Duration.ZERO, length, 0);
    return new Timeline(
        shape.look().format(),
        shape.look().frameRate(),
        List.of(new Clip(made.visual(), 1, shape.frames())),
        List.of(),
        List.of(voice),
        made.captions().words());
  }
}
