@NullMarked
package io.vidgen.google.internal.image;

import org.jspecify.annotations.NullMarked;
