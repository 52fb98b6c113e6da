/** Veo: what may be asked, what it costs, and the life of an operation. */
@NullMarked
package io.vidgen.google.internal.veo;

import org.jspecify.annotations.NullMarked;
