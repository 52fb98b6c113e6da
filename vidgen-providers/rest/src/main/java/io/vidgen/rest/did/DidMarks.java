package io.vidgen.rest.did;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells whether an entry of D-ID's list is a certain attempt. Pure. */
final class DidMarks {
  private static final String ANY_MARK = "vidgen-";

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
    /** It shows nothing by which it could be told. */
    UNCLEAR
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
    if (showsAnother || attempts.knows(video.id()) || hasAnotherFace(video)) {
      return Verdict.OTHER;
    }
    return Verdict.UNCLEAR;
  }

  /** Only addresses in the same place can be compared: D-ID may show another form of one. */
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
