/** Steps, and the one function that brings a job forward: reuse, resume, do, park. */
@NullMarked
package io.vidgen.internal.engine;

import org.jspecify.annotations.NullMarked;
