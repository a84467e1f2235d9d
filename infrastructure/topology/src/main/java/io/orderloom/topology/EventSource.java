package io.orderloom.topology;

/**
 * A queue that feeds a function.
 *
 * @param batchSize messages per invocation at most; 10 is the limit of SQS for FIFO
 * @param maximumConcurrency invocations at the same time at most; AWS takes 2 to 1000
 */
public record EventSource(Queue queue, Function function, int batchSize, int maximumConcurrency) {

    public EventSource {
        if (batchSize < 1 || batchSize > 10) {
            throw new IllegalArgumentException("batchSize is 1 to 10, not " + batchSize);
        }
        if (maximumConcurrency < 2 || maximumConcurrency > 1000) {
            throw new IllegalArgumentException(
                    "maximumConcurrency is 2 to 1000, not " + maximumConcurrency);
        }
    }
}
