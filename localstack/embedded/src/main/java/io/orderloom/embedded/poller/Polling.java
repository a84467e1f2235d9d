package io.orderloom.embedded.poller;

import java.util.function.Consumer;

/**
 * How event sources bring messages to functions.
 *
 * @param concurrency most processes of one function
 * @param retryDelay when a batch whose invocation failed becomes visible again
 * @param progress gets one line for each function that fails
 */
public record Polling(int concurrency, RetryDelay retryDelay, Consumer<String> progress) {}
