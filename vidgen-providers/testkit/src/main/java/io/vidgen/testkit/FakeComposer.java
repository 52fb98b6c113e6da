package io.vidgen.testkit;

import io.vidgen.error.Problem;
import io.vidgen.model.Artifact;
import io.vidgen.model.AudioClip;
import io.vidgen.model.Timeline;
import io.vidgen.spi.AudioRequest;
import io.vidgen.spi.AudioResult;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.FinishRequest;
import io.vidgen.spi.FinishResult;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.MediaInfo;
import io.vidgen.spi.MixRequest;
import io.vidgen.spi.MixResult;
import io.vidgen.spi.PosterRequest;
import io.vidgen.spi.SegmentRequest;
import io.vidgen.spi.SegmentResult;
import io.vidgen.spi.VideoComposer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts videos together without ffmpeg: each file has nothing to play but a line of text that says
 * what it stands for. Checks that every input is there. Deterministic.
 */
public final class FakeComposer implements VideoComposer {
  /** Names of its methods in {@link #calls()}. */
  public static final String SEGMENT = "segment";

  /** See {@link #SEGMENT}. */
  public static final String MIX = "mix";

  /** See {@link #SEGMENT}. */
  public static final String FINISH = "finish";

  /** See {@link #SEGMENT}. */
  public static final String POSTER = "poster";

  /** See {@link #SEGMENT}. */
  public static final String AUDIO = "audio";

  /** See {@link #SEGMENT}. */
  public static final String PROBE = "probe";

  private final FakeCalls calls = new FakeCalls();
  private volatile String version;
  private volatile String lacking = "";
  private volatile byte @Nullable [] speech;

  private FakeComposer(String version) {
    this.version = version;
  }

  /**
   * One of version {@code 1} that can draw every character.
   *
   * @return the composer
   */
  public static FakeComposer create() {
    return new FakeComposer("1");
  }

  /**
   * Changes its version, as a new ffmpeg would.
   *
   * @param version not blank
   * @return this
   */
  public FakeComposer version(String version) {
    this.version = version;
    return this;
  }

  /**
   * Takes characters out of its fonts.
   *
   * @param characters what it cannot draw
   * @return this
   */
  public FakeComposer lacking(String characters) {
    this.lacking = characters;
    return this;
  }

  /**
   * Says what is heard when it takes the speech out of a file.
   *
   * @param wav bytes of a WAV file; at first one without sound
   * @return this
   */
  public FakeComposer speech(byte[] wav) {
    this.speech = wav.clone();
    return this;
  }

  /**
   * What was asked, and what happens next.
   *
   * @return calls, failures and holds
   */
  public FakeCalls calls() {
    return calls;
  }

  @Override
  public String id() {
    return "fake-composer";
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<String> notices() {
    return List.of("Fake Sans, no licence needed");
  }

  @Override
  public List<Problem> checkGlyphs(String text, String field) {
    var missing =
        text.codePoints()
            .filter(c -> lacking.indexOf(c) >= 0)
            .distinct()
            .mapToObj(Character::toString)
            .toList();
    return missing.isEmpty()
        ? List.of()
        : List.of(Problem.error(field, "no font can draw " + missing, "change the text"));
  }

  /**
   * By the name's end: png and jpg are pictures, wav and mp3 sounds of 4 s, mp4 videos of 4 s, and
   * webm videos that do not say how long they are, as browsers record them.
   */
  @Override
  public MediaInfo probe(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    var picture = new MediaInfo.VideoStream("fake", "", "yuv420p", 1080, 1920, 30);
    var sound = new MediaInfo.AudioStream("fake", 48_000, 2);
    var length = Duration.ofSeconds(4);
    if (name.endsWith(".png") || name.endsWith(".jpg")) {
      return new MediaInfo(Duration.ZERO, picture, null);
    } else if (name.endsWith(".wav") || name.endsWith(".mp3")) {
      return new MediaInfo(length, null, sound);
    } else if (name.endsWith(".mp4")) {
      return new MediaInfo(length, picture, sound);
    }
    if (name.endsWith(".webm")) {
      return new MediaInfo(Duration.ZERO, picture, sound);
    }
    throw new IOException("not a media file: " + file);
  }

  @Override
  public SegmentResult segment(SegmentRequest request, CallContext context)
      throws IOException, InterruptedException {
    var inputs = request.layers().stream().map(layer -> layer.visual().source()).toList();
    var video = make(SEGMENT, request, inputs, "video/mp4", context);
    return new SegmentResult(video, request.frames(), List.of(), List.of());
  }

  @Override
  public MixResult mix(MixRequest request, CallContext context)
      throws IOException, InterruptedException {
    var inputs = request.sounds().stream().map(AudioClip::source).toList();
    return new MixResult(make(MIX, request, inputs, "audio/mp4", context), -14, -1.5);
  }

  /** Every sound is 4 s long, and a stretch as long as it was asked for. */
  @Override
  public AudioResult audio(AudioRequest request, CallContext context)
      throws IOException, InterruptedException {
    var type = request.form() == AudioRequest.Form.SPEECH ? "audio/wav" : "audio/mp4";
    var sound = make(AUDIO, request, List.of(request.source()), type, context);
    var length = Objects.requireNonNullElse(request.length(), Duration.ofSeconds(4));
    return new AudioResult(sound, length);
  }

  @Override
  public FinishResult finish(FinishRequest request, CallContext context)
      throws IOException, InterruptedException {
    for (var segment : request.segments()) {
      context.file(segment);
    }
    var video = make(FINISH, request, List.of(request.audio()), "video/mp4", context);
    return new FinishResult(video, Timeline.timeOf(request.frames(), request.frameRate()));
  }

  @Override
  public ImageResult poster(PosterRequest request, CallContext context)
      throws IOException, InterruptedException {
    return new ImageResult(make(POSTER, request, List.of(request.video()), "image/jpeg", context));
  }

  private Artifact make(
      String method, Record request, List<Artifact> inputs, String type, CallContext context)
      throws IOException, InterruptedException {
    calls.enter(method, request.toString(), context);
    for (var input : inputs) {
      if (!Files.isReadable(context.file(input))) {
        throw new IOException("input " + input + " cannot be read");
      }
    }
    context.progress(0.5);
    var file = context.workDirectory().resolve(method);
    var heard = speech;
    // What is as usual is not said, so that new possibilities leave what was made as it was.
    var said = request.toString().replace(", fadeOut=0]", "]");
    var note = method + " " + version + " " + said + "\n";
    Files.write(
        file, type.equals("audio/wav") && heard != null ? heard : FakeFiles.ofType(type, note));
    return context.store(file, type);
  }
}
