package io.orderloom.embedded.poller;

import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.lambda.InvocationOutcome;
import io.orderloom.embedded.lambda.LambdaHost;
import io.orderloom.topology.EventSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Feeds one function from one queue as Lambda's event source does: as many batches at a time as the
 * event source and the host allow. It deletes the messages of a batch that the function finished.
 */
public final class SqsPoller {
    private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);
    private static final Duration WHILE_DISABLED = Duration.ofMillis(20);
    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    private final EventSource source;
    private final String queueName;
    private final Inbox inbox;
    private final LambdaHost functions;
    private final RetryDelay retryDelay;
    private final Consumer<String> report;
    private final int concurrency;
    private final Semaphore free;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ReentrantLock receiving = new ReentrantLock(true);
    private volatile boolean enabled = true;
    private final Thread thread = Thread.ofVirtual().unstarted(this::poll);

    /**
     * @param queueName of the source's queue, or of its dead-letter queue
     * @param processes most processes of the function; more batches would only wait for each other
     * @param report gets one line for each batch that failed as a whole
     */
    public SqsPoller(
            EventSource source,
            String queueName,
            Inbox inbox,
            LambdaHost functions,
            int processes,
            RetryDelay retryDelay,
            Consumer<String> report) {
        this.source = source;
        this.queueName = queueName;
        this.inbox = inbox;
        this.functions = functions;
        this.retryDelay = retryDelay;
        this.report = report;
        this.concurrency = Math.min(source.maximumConcurrency(), processes);
        this.free = new Semaphore(concurrency);
    }

    public void start() {
        thread.start();
    }

    /** Enables or disables the event source; a receive that is under way still counts. */
    public void enable(boolean whether) {
        enabled = whether;
    }

    /** Waits until no receive is under way, for one long poll at most; received batches go on. */
    public void awaitReceived() throws InterruptedException {
        receiving.lockInterruptibly();
        receiving.unlock();
    }

    /** Receives no new batches, and waits a while for the running ones. */
    public void stop() throws InterruptedException {
        stopped.countDown();
        thread.join();
        finish();
    }

    /** Waits a while until the interrupted batches have been put back. */
    public void finish() throws InterruptedException {
        if (free.tryAcquire(concurrency, TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
            free.release(concurrency);
        }
    }

    private void poll() {
        try {
            while (running()) {
                if (!enabled) {
                    var _ = stopped.await(WHILE_DISABLED.toMillis(), TimeUnit.MILLISECONDS);
                } else if (functions.awaitReady(source.function(), AFTER_AN_ERROR)) {
                    free.acquire();
                    takeIfEnabled();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeIfEnabled() throws InterruptedException {
        receiving.lockInterruptibly();
        try {
            if (enabled) {
                take();
            } else {
                free.release();
            }
        } finally {
            receiving.unlock();
        }
    }

    private void take() throws InterruptedException {
        List<Message> batch = List.of();
        try {
            batch = inbox.receive(source.batchSize());
        } catch (SdkException e) {
            report.accept("queue %s: %s".formatted(queueName, e.getMessage()));
            var _ = stopped.await(AFTER_AN_ERROR.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (batch.isEmpty()) {
            free.release();
        } else {
            var taken = batch;
            Thread.startVirtualThread(() -> handle(taken));
        }
    }

    private void handle(List<Message> batch) {
        try {
            var event = StackJson.bytes(SqsEvent.of(queueName, batch));
            var outcome = functions.invoke(source.function(), event, source.function().timeout());
            settle(batch, outcome);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SdkException e) {
            // The messages were neither deleted nor made visible, so they come again after the
            // visibility timeout.
            report.accept("queue %s: %s".formatted(queueName, e.getMessage()));
        } finally {
            free.release();
        }
    }

    private void settle(List<Message> batch, InvocationOutcome outcome) {
        switch (outcome) {
            case InvocationOutcome.Answered(var body) ->
                    inbox.delete(chosen(batch, BatchAnswer.succeeded(ids(batch), body)));
            case InvocationOutcome.Throttled() -> inbox.showAfter(batch, Duration.ZERO);
            case InvocationOutcome.Failed _,
                    InvocationOutcome.Died _,
                    InvocationOutcome.TimedOut _ ->
                    failed(batch, outcome);
        }
    }

    private void failed(List<Message> batch, InvocationOutcome outcome) {
        if (!running()) {
            inbox.showAfter(batch, Duration.ZERO);
            return;
        }
        report.accept(
                "%s, batch of %d from %s: %s"
                        .formatted(
                                source.function().label(),
                                batch.size(),
                                queueName,
                                outcome.summary()));
        switch (retryDelay) {
            case RetryDelay.VisibilityTimeout() -> {}
            case RetryDelay.After(var delay) -> inbox.showAfter(batch, delay);
        }
    }

    private boolean running() {
        return stopped.getCount() > 0;
    }

    private static Set<String> ids(List<Message> batch) {
        return batch.stream().map(Message::messageId).collect(Collectors.toSet());
    }

    private static List<Message> chosen(List<Message> batch, Set<String> ids) {
        return batch.stream().filter(message -> ids.contains(message.messageId())).toList();
    }
}
