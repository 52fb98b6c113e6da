package io.vidgen.rest.did;

/**
 * A way in which a presenter moves.
 *
 * @param id its id
 * @param presenterId whose it is
 * @param name its name, empty when it has none
 * @param width pixels, 0 when not said
 * @param height pixels, 0 when not said
 * @param previewUrl address of a preview, empty when there is none
 */
public record DidDriver(
    String id, String presenterId, String name, int width, int height, String previewUrl) {}
