/** The way to Google: the SDK writes requests and reads answers, our own client carries them. */
@NullMarked
package io.vidgen.google.internal.client;

import org.jspecify.annotations.NullMarked;
