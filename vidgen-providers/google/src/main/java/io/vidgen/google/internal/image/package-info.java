/** Pictures by Nano Banana: models, requests and answers. */
@NullMarked
package io.vidgen.google.internal.image;

import org.jspecify.annotations.NullMarked;
