package io.orderloom.governor;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.governor.Outcome.Answered;
import io.orderloom.governor.Outcome.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A few instances request slots, make calls, and crash at random. Their clocks differ by as much as
 * is allowed.
 */
class AccountTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final int STEPS = 3_000;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 40);
    }

    private record Running(Instant ends, Urgency urgency, boolean probe) {}

    /** One instance; a crash leaves its calls running at the ERP until they time out. */
    private static final class Instance {
        private final String name;
        private final Urgency urgency;
        private final Duration skew;
        private Account seen = Account.UNKNOWN;
        private boolean inBatch;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<Running> calls = new ArrayList<>();

        Instance(String name, Urgency urgency, Duration skew) {
            this.name = name;
            this.urgency = urgency;
            this.skew = skew;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void never_more_calls_than_slots_and_never_more_than_one_where_one_decides(int seed) {
        var random = new Random(seed);
        var limits = new Limits(3 + random.nextInt(8), 1 + random.nextInt(2));
        var instances = new ArrayList<Instance>();
        var orphans = new ArrayList<Running>();
        for (int i = 0; i < 5; i++) {
            instances.add(instance(i, random));
        }
        var account = Account.UNKNOWN;
        var now = START;
        int most = 0;
        int answered = 0;

        for (int step = 0; step < STEPS; step++) {
            now = now.plusMillis(random.nextInt(4_000));
            boolean down = step % 1_000 > 600;
            var at = now;
            orphans.removeIf(call -> !at.isBefore(call.ends()));
            int chosen = random.nextInt(instances.size());
            var instance = instances.get(chosen);
            var here = now.plus(instance.skew);
            if (random.nextInt(200) == 0) {
                orphans.addAll(instance.calls);
                instances.set(chosen, instance(100 + step, random));
            } else if (!instance.inBatch) {
                var ask = new Slots.Ask(instance.name, instance.urgency, 1 + random.nextInt(10), 2);
                account = account.opened(limits, ask, here, LEASE);
                instance.seen = account;
                instance.inBatch = true;
            } else {
                for (var call : ended(instance, now)) {
                    var outcome = down ? new Failed("o" + random.nextInt(50)) : new Answered();
                    answered += down ? 0 : 1;
                    instance.outcomes.add(outcome);
                    instance.seen = instance.seen.after(instance.name, outcome, here);
                    instance.calls.remove(call);
                }
                if (instance.calls.isEmpty() && random.nextInt(4) == 0) {
                    account = account.closed(instance.name, instance.outcomes, here);
                    instance.outcomes.clear();
                    instance.inBatch = false;
                } else {
                    start(instance, here, now, random);
                }
            }

            var all = new ArrayList<>(orphans);
            instances.forEach(one -> all.addAll(one.calls));
            all.removeIf(call -> !at.isBefore(call.ends()));
            most = Math.max(most, all.size());
            assertThat(all).hasSizeLessThanOrEqualTo(limits.slots());
            assertThat(all.stream().filter(call -> call.urgency() == Urgency.NORMAL).count())
                    .isLessThanOrEqualTo(limits.slots() - limits.reserved());
            assertThat(all.stream().filter(Running::probe).count()).isLessThanOrEqualTo(1);
        }

        assertThat(most).isGreaterThan(1);
        assertThat(answered).isGreaterThan(100);
    }

    private static Instance instance(int number, Random random) {
        return new Instance(
                "i" + number,
                random.nextInt(3) == 0 ? Urgency.URGENT : Urgency.NORMAL,
                Duration.ofMillis(random.nextInt(2_000) - 1_000));
    }

    private static List<Running> ended(Instance instance, Instant now) {
        return instance.calls.stream().filter(call -> !now.isBefore(call.ends())).toList();
    }

    /**
     * Starts a call as the functions do: within the instance's own slots, and only if the longest
     * call would end before the lease does.
     */
    private static void start(Instance instance, Instant here, Instant now, Random random) {
        var account = instance.seen;
        var mine = account.of(instance.name);
        boolean may =
                CircuitBreaker.standing(account.circuit(), instance.name, here)
                        instanceof CircuitBreaker.Standing.Call;
        boolean probe = account.circuit() instanceof Circuit.HalfOpen;
        int slots = mine.map(Lease::slots).orElse(0);
        boolean fits = mine.filter(m -> !here.plus(CALL).isAfter(m.until())).isPresent();
        if (may && fits && instance.calls.size() < slots) {
            var ends = now.plusMillis(1 + random.nextInt((int) CALL.toMillis()));
            instance.calls.add(new Running(ends, instance.urgency, probe));
        }
    }
}
