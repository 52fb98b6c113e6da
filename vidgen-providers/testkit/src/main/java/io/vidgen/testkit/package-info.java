/** Contract tests and fakes for everyone who implements a provider, a store or a queue. */
@NullMarked
package io.vidgen.testkit;

import org.jspecify.annotations.NullMarked;
