package io.vidgen.spi;

/**
 * Makes a provider. Found by {@link java.util.ServiceLoader}: implementations are public and have a
 * public constructor without arguments that does nothing.
 *
 * @param <P> the kind of provider
 */
public interface ProviderFactory<P> {

  /**
   * Id of the provider that it makes.
   *
   * @return the same as the provider's own id
   */
  String id();

  /**
   * Whether the provider can be used. Cheap; connects to nothing.
   *
   * @param config settings
   * @return available, or what is missing and how to provide it
   */
  Availability availability(ProviderConfig config);

  /**
   * Makes the provider; connects to nothing.
   *
   * @param config settings
   * @return the provider
   * @throws io.vidgen.error.VidgenException if a setting makes no sense
   */
  P create(ProviderConfig config);

  /**
   * Which of several available providers is meant when nobody chose: the highest wins, and two of
   * the same rank are an error. Built-in defaults have a negative rank.
   *
   * @return 0 by default
   */
  default int rank() {
    return 0;
  }

  /**
   * Whether the provider may be meant when nobody chose. One that is never meant by accident, such
   * as a narration without a voice, says false and is used only when it is named.
   *
   * @return true by default
   */
  default boolean automatic() {
    return true;
  }
}
