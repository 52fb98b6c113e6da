/** Sound as samples, for providers: reading and writing WAV, finding silences, resampling. */
@NullMarked
package io.vidgen.audio;

import org.jspecify.annotations.NullMarked;
