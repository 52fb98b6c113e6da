/** How ElevenLabs is spoken to. */
@NullMarked
package io.vidgen.rest.internal.elevenlabs;

import org.jspecify.annotations.NullMarked;
