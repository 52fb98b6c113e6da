package io.vidgen.rest.did;

import java.util.List;

/**
 * A voice that D-ID offers.
 *
 * @param provider the service, such as {@code microsoft}
 * @param id its id, unique for its service only
 * @param name its name
 * @param gender as D-ID writes it, empty when not said
 * @param access {@code public}, {@code premium}, {@code private} and the like
 * @param locales what it speaks, such as {@code en-US}
 * @param styles styles that it knows
 */
public record DidListedVoice(
    String provider,
    String id,
    String name,
    String gender,
    String access,
    List<String> locales,
    List<String> styles) {

  /** Copies the lists. */
  public DidListedVoice {
    locales = List.copyOf(locales);
    styles = List.copyOf(styles);
  }

  /**
   * What a request names as voice.
   *
   * @return {@code provider:id}
   */
  public String reference() {
    return provider + ":" + id;
  }
}
