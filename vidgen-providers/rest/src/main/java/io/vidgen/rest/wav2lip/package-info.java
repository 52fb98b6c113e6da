/** Lip-sync by Wav2Lip on this machine or on a server of your own. */
@NullMarked
package io.vidgen.rest.wav2lip;

import org.jspecify.annotations.NullMarked;
