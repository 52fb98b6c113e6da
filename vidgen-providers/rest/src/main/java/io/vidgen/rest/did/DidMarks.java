package io.vidgen.rest.did;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells whether an entry of D-ID's list is a certain attempt. Pure. */
final class DidMarks {
  private static final String ANY_MARK = "vidgen-";
  private static final String ANY_NAME = "vidgen ";

  private final String attempt;
  private final String fileMark;
  private final @Nullable String sourceUrl;
  private final DidAttempts attempts;

  DidMarks(String attempt, DidAttempts.@Nullable Attempt known, DidAttempts attempts) {
    this.attempt = attempt;
    this.fileMark = DidUploads.mark(attempt);
    this.sourceUrl = known == null ? null : known.sourceUrl();
    this.attempts = attempts;
  }

  /** Whose an entry is. */
  enum Verdict {
    /** The attempt's. */
    OURS,
    /** Certainly not the attempt's. */
    OTHER,
    /** The address of its face is another: not the attempt's, if the list shows marks. */
    OTHER_FACE,
    /** It shows nothing by which it could be told. */
    UNCLEAR
  }

  /** Whether an entry proves that the list shows what was planted: it shows a mark of ours. */
  static boolean proves(DidVideo video) {
    return video.userData().startsWith(ANY_NAME) || video.name().startsWith(ANY_NAME);
  }

  Verdict of(DidVideo video) {
    if (video.userData().contains(attempt)
        || video.name().contains(attempt)
        || video.sourceUrl().contains(fileMark)
        || video.audioUrl().contains(fileMark)
        // Each attempt uploads its face anew, so no two have the same address.
        || (sourceUrl != null && sourceUrl.equals(video.sourceUrl()))) {
      return Verdict.OURS;
    }
    boolean showsAnother =
        !video.userData().isEmpty()
            || !video.name().isEmpty()
            || video.sourceUrl().contains(ANY_MARK)
            || video.audioUrl().contains(ANY_MARK);
    if (showsAnother || attempts.knows(video.id())) {
      return Verdict.OTHER;
    }
    return hasAnotherFace(video) ? Verdict.OTHER_FACE : Verdict.UNCLEAR;
  }

  /**
   * Only addresses in the same place can be compared, and even there D-ID may show that of a copy
   * that it made.
   */
  private boolean hasAnotherFace(DidVideo video) {
    if (sourceUrl == null || video.sourceUrl().isEmpty()) {
      return false;
    }
    try {
      var ours = URI.create(sourceUrl);
      var theirs = URI.create(video.sourceUrl());
      return Objects.equals(ours.getScheme(), theirs.getScheme())
          && ours.getRawAuthority() != null
          && Objects.equals(ours.getRawAuthority(), theirs.getRawAuthority())
          && !Objects.equals(ours.getRawPath(), theirs.getRawPath());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
