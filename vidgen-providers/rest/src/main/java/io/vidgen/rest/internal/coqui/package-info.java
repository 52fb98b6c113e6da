/** How a text becomes calls of a Coqui TTS server, and its recordings one narration. */
@NullMarked
package io.vidgen.rest.internal.coqui;

import org.jspecify.annotations.NullMarked;
