/** Parts of Veo that need no service. */
@NullMarked
package io.vidgen.google.internal.veo;

import org.jspecify.annotations.NullMarked;
