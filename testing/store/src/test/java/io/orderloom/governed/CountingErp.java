package io.orderloom.governed;

import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An account that counts who calls it, and can be slow, stuck or down. */
final class CountingErp implements Erp {
    private static final Duration TAKES = Duration.ofMillis(4);
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<String> called = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile Optional<Fault> fault = Optional.empty();
    private volatile Optional<CountDownLatch> held = Optional.empty();

    void fails(Fault with) {
        fault = Optional.of(with);
    }

    void answers() {
        fault = Optional.empty();
    }

    /** Calls from now on are answered only when this is counted down. */
    CountDownLatch hold() {
        var latch = new CountDownLatch(1);
        held = Optional.of(latch);
        return latch;
    }

    void holdNoMore() {
        held = Optional.empty();
    }

    /** Calls by the ids that they were for, in the order in which they came. */
    List<String> called() {
        return List.copyOf(called);
    }

    int inFlight() {
        return inFlight.get();
    }

    int mostAtOnce() {
        return most.get();
    }

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public FindAnswer find(ExternalId id) {
        most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        called.add(id.value());
        try {
            var latch = held;
            var over =
                    latch.isPresent()
                            ? latch.get().await(STUCK.toMillis(), TimeUnit.MILLISECONDS)
                            : !never.await(TAKES.toMillis(), TimeUnit.MILLISECONDS);
            if (!over) {
                throw new IllegalStateException("nobody let go of " + id);
            }
            return fault.<FindAnswer>map(Failed::new).orElseGet(Absent::new);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        throw new UnsupportedOperationException("only looked up here");
    }

    @Override
    public CancelAnswer cancel(ExternalId id, String reason) {
        throw new UnsupportedOperationException("only looked up here");
    }

    @Override
    public Duration settlingTime() {
        return Duration.ZERO;
    }

    @Override
    public Health health() {
        return new Health(true, "");
    }
}
