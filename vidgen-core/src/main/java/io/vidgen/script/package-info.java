/** Scripts in and out: plain text, the scene-block form and JSON. */
@NullMarked
package io.vidgen.script;

import org.jspecify.annotations.NullMarked;
