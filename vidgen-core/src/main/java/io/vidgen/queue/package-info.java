/**
 * Queues of renders: which job is next, how many are in flight, what became of each, and for how
 * long that is known. {@link io.vidgen.queue.VideoQueue} is what an application uses, {@link
 * io.vidgen.queue.JobStore} what a database implements.
 */
@NullMarked
package io.vidgen.queue;

import org.jspecify.annotations.NullMarked;
