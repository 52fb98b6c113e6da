@NullMarked
package io.vidgen.google.internal.script;

import org.jspecify.annotations.NullMarked;
