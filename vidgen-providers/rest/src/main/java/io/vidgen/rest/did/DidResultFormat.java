package io.vidgen.rest.did;

/** Container of the video. WebM, which clips know too, is left out: a result is to be H.264. */
public enum DidResultFormat {
  /** MP4. */
  MP4,
  /** QuickTime. */
  MOV
}
