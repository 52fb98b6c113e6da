package io.vidgen.rest.did;

import io.vidgen.error.Problem;
import io.vidgen.model.Artifact;
import io.vidgen.spi.AvatarRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What D-ID would refuse, found without asking it. Pure. */
final class DidChecks {
  /** D-ID's FAQ, read 2026: 10 MB a picture. */
  static final long MOST_IMAGE_BYTES = 10L << 20;

  /** Document of 2026-04-10: an uploaded recording must not exceed 6 MB. */
  static final long MOST_AUDIO_BYTES = 6L << 20;

  private static final Duration LONGEST_TALK = Duration.ofMinutes(10);
  private static final Duration LONGEST_CLIP = Duration.ofMinutes(5);
  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/jpg", "image/png");

  private final DidOptions options;

  DidChecks(DidOptions options) {
    this.options = options;
  }

  /** The longest video of any kind that the options allow. */
  static Duration longest(DidOptions options) {
    return options.product() == DidProduct.CLIPS ? LONGEST_CLIP : LONGEST_TALK;
  }

  List<Problem> of(AvatarRequest request) {
    var problems = new ArrayList<Problem>();
    checkWho(request, problems);
    var face = request.face();
    if (face != null) {
      checkFace(face, problems);
    }
    var speech = request.speech();
    if (speech != null) {
      checkSpeech(request, speech, problems);
    }
    var text = request.text();
    if (text != null) {
      checkText(request, text, problems);
    }
    if ((text == null) == (speech == null)) {
      problems.add(
          Problem.error("text", "a text or a recording is needed, and only one", "give one"));
    }
    return problems;
  }

  private void checkWho(AvatarRequest request, List<Problem> problems) {
    boolean hasFace = request.face() != null;
    var presenter = request.presenter();
    if (hasFace == (presenter != null) || (presenter != null && presenter.isBlank())) {
      problems.add(
          Problem.error(
              "face",
              "D-ID needs the picture of a face or the id of a presenter, and only one",
              "give one; DidClient.presenters lists presenters"));
    } else if (hasFace && options.product() == DidProduct.CLIPS) {
      problems.add(
          Problem.error(
              "face",
              "D-ID is set to clips, which know presenters only",
              "name a presenter, or set vidgen.d-id.product to any or talks"));
    } else if (!hasFace && options.product() == DidProduct.TALKS) {
      problems.add(
          Problem.error(
              "presenter",
              "D-ID is set to talks, which know pictures of faces only",
              "give a picture, or set vidgen.d-id.product to any or clips"));
    }
  }

  private static void checkFace(Artifact face, List<Problem> problems) {
    if (!PICTURES.contains(face.mediaType())) {
      problems.add(
          Problem.error(
              "face", "D-ID takes JPEG and PNG, not " + face.mediaType(), "convert the picture"));
    }
    if (face.size() > MOST_IMAGE_BYTES) {
      problems.add(
          Problem.error(
              "face",
              "D-ID takes pictures up to 10 MB, not " + face.size() + " bytes",
              "use a smaller picture"));
    }
  }

  private static void checkSpeech(AvatarRequest request, Artifact speech, List<Problem> problems) {
    if (!speech.mediaType().startsWith("audio/")) {
      problems.add(
          Problem.error(
              "speech", "D-ID speaks recordings, not " + speech.mediaType(), "give a recording"));
    }
    if (speech.size() > MOST_AUDIO_BYTES) {
      problems.add(
          Problem.error(
              "speech",
              "D-ID takes uploads of recordings up to 6 MB, not " + speech.size() + " bytes",
              "shorten it or split the scene: a WAV of 24 kHz reaches 6 MB after 2 minutes"));
    }
    var length = request.length();
    var longest = request.face() != null ? LONGEST_TALK : LONGEST_CLIP;
    if (length != null && length.compareTo(longest) > 0) {
      problems.add(
          Problem.error(
              "speech",
              "D-ID takes recordings up to "
                  + longest.toMinutes()
                  + " min here, not "
                  + length.toSeconds()
                  + " s",
              "split the scene"));
    }
  }

  private void checkText(AvatarRequest request, String text, List<Problem> problems) {
    if (text.strip().length() < DidOptionsBuilder.SHORTEST_TEXT) {
      problems.add(Problem.error("text", "D-ID needs 3 characters or more", "say more"));
    }
    if (text.length() > options.textLimit()) {
      problems.add(
          Problem.error(
              "text",
              "the text has " + text.length() + " characters; the limit is " + options.textLimit(),
              "shorten or split it, or raise vidgen.d-id.text-limit"));
    }
    try {
      DidVoices.of(request, options);
    } catch (IllegalArgumentException e) {
      problems.add(
          Problem.error(
              "voice",
              String.valueOf(e.getMessage()),
              "name one as provider:id; DidClient.voices lists them"));
    }
  }
}
