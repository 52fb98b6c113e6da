/** Voices of ElevenLabs. */
@NullMarked
package io.vidgen.rest.elevenlabs;

import org.jspecify.annotations.NullMarked;
