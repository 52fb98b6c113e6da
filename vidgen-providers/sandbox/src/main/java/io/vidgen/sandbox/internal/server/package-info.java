/** HTTP: routes, bodies, answers. */
@NullMarked
package io.vidgen.sandbox.internal.server;

import org.jspecify.annotations.NullMarked;
