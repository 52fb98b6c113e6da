/** What is asked and what comes back: requests, plans, renders and queued jobs. */
@NullMarked
package io.vidgen.job;

import org.jspecify.annotations.NullMarked;
