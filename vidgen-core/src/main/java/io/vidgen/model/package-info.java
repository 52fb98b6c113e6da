/** What flows through a pipeline: records with no behaviour beyond their own invariants. */
@NullMarked
package io.vidgen.model;

import org.jspecify.annotations.NullMarked;
