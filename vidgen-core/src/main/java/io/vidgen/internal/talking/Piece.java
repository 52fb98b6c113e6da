package io.vidgen.internal.talking;

import io.vidgen.internal.video.Place;

/**
 * What is said in one clip.
 *
 * @param place where the clip belongs
 * @param said what the voice says, blank when nobody wrote it down
 * @param shown what captions show
 * @param first whether it is the first clip of its scene
 * @param last whether it is the last clip of its scene
 * @param take which version is wanted
 */
record Piece(Place place, String said, String shown, boolean first, boolean last, int take) {}
