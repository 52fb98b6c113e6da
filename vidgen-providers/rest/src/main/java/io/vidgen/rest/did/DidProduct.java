package io.vidgen.rest.did;

/** Which of D-ID's products may be bought. */
public enum DidProduct {
  /** What the request asks for: talks for a picture of a face, clips for a presenter. */
  ANY,
  /** Talks only: a picture of a face is made to speak. */
  TALKS,
  /** Clips only: one of D-ID's presenters speaks. */
  CLIPS
}
