package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.wav2lip.Wav2LipFace;
import io.vidgen.rest.wav2lip.Wav2LipProgram;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wav2Lip as a program on this machine. */
public final class ProgramLipSyncer implements LipSyncer {
  /** Changes when the same program would make another video. */
  private static final String RECIPE = "wav2lip-program-1";

  private static final String OUTPUT = "result.mp4";
  private static final long GLANCE_MILLIS = 200;

  private final Wav2LipProgram program;
  private final Wav2LipFace face;
  private final Semaphore places;

  /**
   * A program; starts nothing.
   *
   * @param program where it is
   * @param face how it looks at faces
   */
  public ProgramLipSyncer(Wav2LipProgram program, Wav2LipFace face) {
    this.program = program;
    this.face = face;
    this.places = new Semaphore(program.parallel(), true);
  }

  @Override
  public String identity() {
    return String.join(
        "/",
        RECIPE,
        String.valueOf(program.checkpoint().getFileName()),
        String.join(" ", program.moreArguments()),
        face.toString());
  }

  @Override
  public Path sync(FaceFiles files, CallContext context) throws IOException, InterruptedException {
    awaitPlace(context);
    var patience = new Patience(context, program.timeout());
    try (var directory =
        RunDirectory.create(SafePlace.find(program.workDirectory()), program.directory())) {
      patience.goOn();
      var output = directory.path().resolve(OUTPUT);
      var command = command(files, directory, output);
      var started = Instant.now();
      var end = ProgramRun.run(command, directory.path(), patience);
      require(end, output, started);
      var kept = context.workDirectory().resolve(OUTPUT);
      Files.move(output, kept);
      return kept;
    } finally {
      places.release();
    }
  }

  /** The wait for other runs must not shorten this one. */
  private void awaitPlace(CallContext context) throws InterruptedException {
    var patience = new Patience(context, program.timeout());
    while (!places.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
      if (patience.isOver()) {
        throw VidgenException.of(
            FailureKind.RATE_LIMITED,
            "no place for a run of Wav2Lip became free in " + program.timeout(),
            "set vidgen.wav2lip.parallel or vidgen.wav2lip.timeout higher");
      }
      patience.goOn();
    }
  }

  private List<String> command(FaceFiles files, RunDirectory directory, Path output)
      throws IOException {
    var faceFile = directory.take(files.face(), "face." + files.faceExtension());
    var speechFile = directory.take(files.speech(), "speech." + files.speechExtension());
    var command = new ArrayList<String>();
    command.add(program.python().toString());
    command.add(program.directory().resolve("inference.py").toString());
    command.addAll(List.of("--checkpoint_path", program.checkpoint().toString()));
    command.addAll(List.of("--face", faceFile.toString()));
    command.addAll(List.of("--audio", speechFile.toString()));
    command.addAll(List.of("--outfile", output.toString()));
    addNumbers(command, "--pads", face.pads());
    addNumbers(command, "--crop", face.crop());
    addNumbers(command, "--box", face.box());
    if (face.resizeFactor() != 1) {
      command.addAll(List.of("--resize_factor", String.valueOf(face.resizeFactor())));
    }
    if (files.faceType().startsWith("image/")) {
      command.addAll(List.of("--fps", String.valueOf(face.fps())));
    }
    if (face.rotate()) {
      command.add("--rotate");
    }
    if (!face.smooth()) {
      command.add("--nosmooth");
    }
    command.addAll(program.moreArguments());
    return command;
  }

  private static void addNumbers(List<String> command, String name, List<Integer> numbers) {
    if (!numbers.isEmpty()) {
      command.add(name);
      numbers.forEach(number -> command.add(number.toString()));
    }
  }

  /** Its exit status says nothing of ffmpeg, which it runs last, so the file must speak. */
  private static void require(ProgramRun.End end, Path output, Instant started) throws IOException {
    if (end.status() != 0) {
      throw failed("ended with status " + end.status() + killed(end.status()), end.output());
    }
    if (!Files.isRegularFile(output) || Files.size(output) == 0) {
      throw failed("ended well but left no video", end.output());
    }
    if (Files.getLastModifiedTime(output).toInstant().isBefore(started.minusSeconds(2))) {
      throw failed("left a video that is older than its run", end.output());
    }
  }

  private static String killed(int status) {
    return status == 137 || status == 9 ? " (killed, perhaps for want of memory)" : "";
  }

  private static VidgenException failed(String what, String output) {
    return new VidgenException(
        Complaints.find(output)
            .orElseGet(
                () ->
                    Failure.of(
                        FailureKind.LOCAL,
                        "Wav2Lip " + what + lastWords(output),
                        "run inference.py by hand with the same files; ffmpeg must be on the"
                            + " PATH")));
  }

  private static String lastWords(String output) {
    var lines = output.strip().lines().toList();
    return lines.isEmpty() ? ", saying nothing" : ": " + lines.get(lines.size() - 1).strip();
  }
}
