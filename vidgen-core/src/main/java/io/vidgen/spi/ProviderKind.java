package io.vidgen.spi;

import java.util.Locale;

/** The kinds of provider. */
public enum ProviderKind {
  /** Writes scripts from a theme. */
  SCRIPT,
  /** Makes still pictures. */
  IMAGE,
  /** Speaks text. */
  SPEECH,
  /** Makes moving pictures. */
  VIDEO,
  /** Makes a face speak a text or a recording. */
  AVATAR,
  /** Fits the lips of a face to a recording. */
  LIP_SYNC,
  /** Hears words and their times. */
  TRANSCRIPTION,
  /** Puts everything together. */
  COMPOSER;

  /**
   * The name used in properties: {@code lip-sync} for {@link #LIP_SYNC}.
   *
   * @return lower case with hyphens
   */
  public String propertyName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
