package io.orderloom.measure;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.sample.Samples;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures whether a decision costs more the longer an order has lived. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecideBenchmark {

    /** The number of facts that the order has ingested. */
    @Param({"1", "100", "1000", "10000"})
    public int facts;

    private final Fact next = LargeOrder.shipped();
    private OrderState state = LargeOrder.after(1);
    private ChangeSet decided = LargeOrder.changeSet(state, next);

    @Setup
    public void grow() {
        state = LargeOrder.after(facts);
        decided = LargeOrder.changeSet(state, next);
    }

    /** Decides the next fact of an order with that many facts. */
    @Benchmark
    public Decision decide() {
        return OrderCore.decide(state, next, Samples.PROFILE);
    }

    @Benchmark
    public OrderState evolve() {
        return OrderCore.evolve(state, decided);
    }
}
