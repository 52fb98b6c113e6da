/** Scripts by Gemini: prompts, the answer's form, rules and repairs. */
@NullMarked
package io.vidgen.google.internal.script;

import org.jspecify.annotations.NullMarked;
