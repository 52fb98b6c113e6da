/** How Wav2Lip is run as a program or asked as a server, and how its answers are believed. */
@NullMarked
package io.vidgen.rest.internal.wav2lip;

import org.jspecify.annotations.NullMarked;
