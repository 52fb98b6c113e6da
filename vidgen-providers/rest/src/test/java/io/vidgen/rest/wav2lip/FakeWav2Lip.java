package io.vidgen.rest.wav2lip;

import io.vidgen.testkit.SampleMp4;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/**
 * A shell script in the place of Python, with the traps of the real {@code inference.py}: it tells
 * pictures by what follows the first dot of a path, writes into {@code temp/} of its working
 * directory, passes paths to a shell unquoted and does not heed how that ends. What it does wrong
 * is the name of its checkpoint.
 */
final class FakeWav2Lip {
  private static final String SCRIPT =
      """
      #!/bin/sh
      script="$1"; shift
      while [ $# -gt 0 ]; do
        case "$1" in
          --checkpoint_path) mode=$(basename "$2" .pth) ;;
          --face) face="$2" ;;
          --audio) audio="$2" ;;
          --outfile) outfile="$2" ;;
        esac
        shift
      done
      here=$(dirname "$script")
      env > "$here/environment.txt"
      case "$mode" in
        hang) sleep 60 & echo $! > "$here/child.txt"; wait; exit 0 ;;
        noface) echo 'ValueError: Face not detected! Ensure the video contains a face' >&2; exit 1 ;;
        nan) echo 'ValueError: Mel contains nan! Using a TTS voice? Add a small epsilon' >&2; exit 1 ;;
        big) echo 'RuntimeError: Image too big to run face detection on GPU.' >&2; exit 1 ;;
        memory) echo 'torch.cuda.OutOfMemoryError: CUDA out of memory.' >&2; exit 1 ;;
        cv) echo "AttributeError: module 'cv2.cv2' has no attribute 'cv2'" >&2; exit 1 ;;
        module) echo "ModuleNotFoundError: No module named 'librosa'" >&2; exit 1 ;;
        odd) echo 'KeyError: something else' >&2; exit 3 ;;
        killed) kill -9 $$ ;;
        chatty) i=0; while [ $i -lt 20000 ]; do echo "line $i of a very long story"; i=$((i+1)); done
          echo 'KeyError: the end' >&2; exit 1 ;;
        nofile) echo 'sh: 1: ffmpeg: not found' >&2; exit 0 ;;
        empty) : > "$outfile"; exit 0 ;;
        rubbish) echo rubbish > "$outfile"; exit 0 ;;
      esac
      kind=$(printf %s "$face" | cut -d. -f2)
      case "$kind" in
        jpg|png|jpeg) ;;
        *) echo 'ValueError: --face argument must be a valid path to video/image file' >&2; exit 1 ;;
      esac
      [ -f models.txt ] || { echo 'IOError: models.txt' >&2; exit 1; }
      echo $$ > temp/result.avi
      sleep 0.2
      [ "$(cat temp/result.avi)" = $$ ] || { echo 'temp was overwritten' >&2; exit 1; }
      sh -c "cat $audio > temp/temp.wav; cp '$here/sample.mp4' $outfile" 2>/dev/null
      exit 0
      """;

  private final Path directory;

  private FakeWav2Lip(Path directory) {
    this.directory = directory;
  }

  /** Puts it into a directory whose name may be anything. */
  static FakeWav2Lip in(Path directory) throws IOException {
    Files.createDirectories(directory.resolve("temp"));
    Files.writeString(directory.resolve("inference.py"), "# run by something else\n");
    Files.writeString(directory.resolve("models.txt"), "of the repository\n");
    Files.write(directory.resolve("sample.mp4"), SampleMp4.of(1000));
    Files.writeString(directory.resolve("python"), SCRIPT);
    Files.setPosixFilePermissions(
        directory.resolve("python"), PosixFilePermissions.fromString("rwx------"));
    return new FakeWav2Lip(directory);
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  Wav2LipProgram program(String mode, Path place, int parallel, Duration timeout) {
    return new Wav2LipProgram(
        directory,
        file("python"),
        directory.resolve(mode + ".pth"),
        place,
        List.of(),
        parallel,
        timeout);
  }
}
