package io.vidgen.ffmpeg.internal.find;

import java.nio.file.Path;

/**
 * An ffmpeg that was found.
 *
 * @param executable the program
 * @param origin where it is from, for a person, such as {@code on the PATH}
 * @param chosen whether somebody asked for just this one
 */
public record Located(Path executable, String origin, boolean chosen) {}
