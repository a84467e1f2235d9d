/** Stands in for Lambda's SQS event source: batches, partial failures, order within a group. */
@NullMarked
package io.orderloom.embedded.poller;

import org.jspecify.annotations.NullMarked;
