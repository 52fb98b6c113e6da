package io.vidgen.rest.did;

/**
 * A presenter of D-ID's, for clips.
 *
 * @param id its id, to be named as presenter in a request
 * @param name its name, empty when it has none
 * @param gender as D-ID writes it, empty when not said
 * @param previewUrl address of a preview, empty when there is none
 * @param imageUrl address of a picture, empty when there is none
 * @param voice the voice that suits it, as {@code provider:id}; empty when not said
 * @param transparent whether its background can be changed
 */
public record DidPresenter(
    String id,
    String name,
    String gender,
    String previewUrl,
    String imageUrl,
    String voice,
    boolean transparent) {}
