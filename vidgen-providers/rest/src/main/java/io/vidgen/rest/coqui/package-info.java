/** Voices of a Coqui TTS server of your own. */
@NullMarked
package io.vidgen.rest.coqui;

import org.jspecify.annotations.NullMarked;
