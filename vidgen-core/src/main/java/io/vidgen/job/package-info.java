/** What is asked and what comes back: requests, plans, jobs and results. */
@NullMarked
package io.vidgen.job;

import org.jspecify.annotations.NullMarked;
