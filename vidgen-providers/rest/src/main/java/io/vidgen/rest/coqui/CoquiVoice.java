package io.vidgen.rest.coqui;

/**
 * A voice that a server lists.
 *
 * @param name what to give as voice of a request; may hold spaces
 * @param locale as the server writes it, such as {@code en}; of an original server that was started
 *     with a model of its user's it is always {@code en}
 */
public record CoquiVoice(String name, String locale) {}
