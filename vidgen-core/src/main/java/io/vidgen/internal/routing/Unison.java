package io.vidgen.internal.routing;

/**
 * Steps of a video that are to be done by one provider, such as what one voice says: when one of
 * them has to be done by another, so are the rest.
 *
 * @param name tells them apart from other steps of the video
 * @param whole whether what is done already is done anew then, so that all of it is by one provider
 */
public record Unison(String name, boolean whole) {}
