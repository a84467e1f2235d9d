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

/** An ERP account that counts its calls and can be slow, stuck or down. */
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

    /** Holds all calls from now on until the returned latch is counted down. */
    CountDownLatch hold() {
        var latch = new CountDownLatch(1);
        held = Optional.of(latch);
        return latch;
    }

    void holdNoMore() {
        held = Optional.empty();
    }

    /** The external ids of the calls, in order. */
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
                throw new IllegalStateException(
                        "the test held the call for %s for more than %s".formatted(id, STUCK));
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
