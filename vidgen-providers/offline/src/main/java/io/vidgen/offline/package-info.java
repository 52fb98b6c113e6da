/** Providers that need no key and no network: a local voice and storyboard pictures. */
@NullMarked
package io.vidgen.offline;

import org.jspecify.annotations.NullMarked;
