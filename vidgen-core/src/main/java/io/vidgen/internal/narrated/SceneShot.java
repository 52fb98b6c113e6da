package io.vidgen.internal.narrated;

import io.vidgen.model.Visual;
import io.vidgen.spi.SpeechResult;
import io.vidgen.subtitle.CaptionTrack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scene whose voice, words and picture are known.
 *
 * @param number number of the scene, from 1
 * @param frames its length
 * @param speech its voice, null for a scene without words
 * @param words its shown words, from the start of the scene
 * @param captions the same as cues
 * @param visual its picture, null while that is still made
 */
record SceneShot(
    int number,
    int frames,
    @Nullable SpeechResult speech,
    List<io.vidgen.model.WordTiming> words,
    CaptionTrack captions,
    @Nullable Visual visual) {}
