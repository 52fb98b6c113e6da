package io.vidgen.rest.wav2lip;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How Wav2Lip looks at a face.
 *
 * @param pads pixels added to the face that was found, at the top, bottom, left and right; 0 10 0 0
 *     by default. More at the bottom takes in the chin
 * @param resizeFactor by which the picture is made smaller first, 1 to 8; 1 by default
 * @param smooth whether places of faces are smoothed over 5 frames; true by default. False when a
 *     mouth shows up beside the mouth
 * @param rotate whether a video is turned by 90 degrees; false by default
 * @param crop top, bottom, left and right of the part that is used, before all else; empty for all
 * @param box top, bottom, left and right of the face, instead of looking for it; empty by default
 * @param fps frames per second of a picture's video, 1 to 60; 25 by default
 */
public record Wav2LipFace(
    List<Integer> pads,
    int resizeFactor,
    boolean smooth,
    boolean rotate,
    List<Integer> crop,
    List<Integer> box,
    int fps) {
  /** What Wav2Lip does by itself. */
  public static final Wav2LipFace DEFAULT =
      new Wav2LipFace(List.of(0, 10, 0, 0), 1, true, false, List.of(), List.of(), 25);

  /**
   * Copies the lists and checks the values.
   *
   * @throws VidgenException of kind {@code INVALID_REQUEST} if a value is out of range
   */
  public Wav2LipFace {
    pads = List.copyOf(pads);
    crop = List.copyOf(crop);
    box = List.copyOf(box);
    require(pads.size() == 4, "pads", "four numbers, such as 0 10 0 0");
    require(crop.isEmpty() || crop.size() == 4, "crop", "four numbers: top bottom left right");
    require(box.isEmpty() || box.size() == 4, "box", "four numbers: top bottom left right");
    require(resizeFactor >= 1 && resizeFactor <= 8, "resize", "1 to 8");
    require(fps >= 1 && fps <= 60, "fps", "1 to 60");
  }

  /**
   * The pads as Wav2Lip reads them.
   *
   * @return such as {@code 0 10 0 0}
   */
  public String padsText() {
    return pads.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static void require(boolean fine, String option, String allowed) {
    if (!fine) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "setting vidgen.wav2lip." + option + " makes no sense",
          "set it to " + allowed);
    }
  }
}
