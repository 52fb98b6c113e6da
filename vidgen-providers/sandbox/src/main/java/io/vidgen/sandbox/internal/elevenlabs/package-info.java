/** Imitates ElevenLabs. */
@NullMarked
package io.vidgen.sandbox.internal.elevenlabs;

import org.jspecify.annotations.NullMarked;
