/** What the last render of a project was made of, and what a plan changes in it. */
@NullMarked
package io.vidgen.internal.project;

import org.jspecify.annotations.NullMarked;
