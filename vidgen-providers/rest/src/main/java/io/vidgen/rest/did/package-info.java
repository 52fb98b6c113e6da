/** D-ID: a picture of a face, or a presenter of D-ID's own, speaks a text or a recording. */
@NullMarked
package io.vidgen.rest.did;

import org.jspecify.annotations.NullMarked;
