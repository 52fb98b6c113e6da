@NullMarked
package io.vidgen.google;

import org.jspecify.annotations.NullMarked;
