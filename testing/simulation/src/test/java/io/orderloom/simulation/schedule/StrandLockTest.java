package io.orderloom.simulation.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class StrandLockTest {
    private final Scheduler scheduler = new Scheduler();
    private final StrandLock lock = new StrandLock(scheduler);
    private final ArrayList<String> served = new ArrayList<>();

    private void serve(String name) {
        lock.lock();
        try {
            scheduler.pause(Duration.ofMillis(10));
            served.add(name);
        } finally {
            lock.unlock();
        }
    }

    @Test
    void a_waiting_thread_gets_the_lock_before_one_that_comes_as_it_is_released() {
        scheduler.start(
                "busy",
                () -> {
                    serve("busy");
                    serve("busy again");
                });
        scheduler.start("waiting", () -> serve("waiting"));

        scheduler.run(() -> false);

        assertThat(served).containsExactly("busy", "waiting", "busy again");
    }
}
