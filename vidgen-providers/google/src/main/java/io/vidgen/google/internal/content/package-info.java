/** What an answer of generateContent says about itself. */
@NullMarked
package io.vidgen.google.internal.content;

import org.jspecify.annotations.NullMarked;
