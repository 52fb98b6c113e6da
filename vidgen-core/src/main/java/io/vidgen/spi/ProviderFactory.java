package io.vidgen.spi;

import java.util.Optional;
import java.util.Set;

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

  /**
   * The settings that {@link #availability} and {@link #create} may read by {@link
   * ProviderConfig#value}, all of them, whatever is set. With them a setting that is misspelt is
   * found: the pipeline refuses an option {@code vidgen.<word>.…} that nobody reads where somebody
   * names settings of the same word, and whatever begins with {@code vidgen} where every provider
   * names its own.
   *
   * @return full names such as {@code vidgen.coqui.url}, possibly none; empty, the default, when
   *     the provider does not say: then everything that begins with {@code vidgen.} and its id is
   *     taken as read
   */
  default Optional<Set<String>> settings() {
    return Optional.empty();
  }
}
