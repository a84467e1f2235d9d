package io.orderloom.embedded.lambda;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One event for a process that only warms up; any answer to it is accepted. */
final class TrainingRun implements RuntimeApi.Work {
    private final Invocation only;
    private final AtomicBoolean handedOver = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);

    TrainingRun(byte[] event) {
        this.only = Invocation.of(event);
    }

    boolean await(Duration patience) throws InterruptedException {
        return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void over() {
        over.countDown();
    }

    @Override
    public Optional<Invocation> next() throws InterruptedException {
        if (handedOver.compareAndSet(false, true)) {
            return Optional.of(only);
        }
        over.await();
        return Optional.empty();
    }

    @Override
    public void undelivered(Invocation invocation) {
        over();
    }

    @Override
    public boolean ended(String id, InvocationOutcome outcome) {
        over();
        return true;
    }

    @Override
    public void initialisationFailed(String error) {
        over();
    }
}
