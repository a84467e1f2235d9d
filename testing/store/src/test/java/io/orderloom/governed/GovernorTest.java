package io.orderloom.governed;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.erp.Erp;
import io.orderloom.fault.Fault;
import io.orderloom.topology.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many instances, each with memory of its own, on one table, real queues and one ERP account. */
class GovernorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The length of a call and of a lease, plus the difference between clocks. */
    private static final Duration LEASE_IS_OVER = Duration.ofSeconds(100);

    private static final Duration CIRCUIT_MAY_BE_PROBED = Duration.ofSeconds(31);

    private final List<Fleet> fleets = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        fleets.forEach(Fleet::close);
    }

    private Fleet fleet(String name, int slots, int reserved) {
        var fleet = new Fleet(name, slots, reserved);
        fleets.add(fleet);
        return fleet;
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        var never = new CountDownLatch(1);
        for (long left = PATIENCE.toMillis(); left > 0 && !condition.getAsBoolean(); left -= 5) {
            assertThat(never.await(5, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private Future<Integer> running(Callable<Integer> polling) {
        return threads.submit(polling);
    }

    @Test
    void eight_instances_never_have_more_calls_in_flight_than_the_account_bears() throws Exception {
        var fleet = fleet("bound", 6, 2);
        fleet.send(Queue.ERP, "web", 60);
        fleet.send(Queue.ERP, "market", 40);
        fleet.send(Queue.COMPENSATION, "cancelled", 20);
        var release = fleet.erp.hold();
        var crowded = new AtomicBoolean();
        var all =
                Stream.concat(
                                fleet.instances(6, Queue.ERP).stream(),
                                fleet.instances(2, Queue.COMPENSATION).stream())
                        .toList();

        var done =
                all.stream()
                        .map(one ->
                                running(() -> {
                                    int handled = 0;
                                    while (fleet.erp.called().size() < 120) {
                                        // Time passes so that leases end and are taken again, but
                                        // not while a call would seem to take longer than it may.
                                        if (crowded.get()) {
                                            fleet.clock.move(Duration.ofSeconds(1));
                                        }
                                        handled += one.poll();
                                    }
                                    return handled;
                                }))
                        .toList();
        until(() -> fleet.erp.inFlight() >= 3);
        fleet.erp.holdNoMore();
        release.countDown();
        crowded.set(true);
        int handled = 0;
        for (var one : done) {
            handled += one.get(120, TimeUnit.SECONDS);
        }

        assertThat(fleet.erp.mostAtOnce()).isBetween(3, 6);
        assertThat(handled).isEqualTo(120);
        assertThat(fleet.erp.called()).doesNotHaveDuplicates().hasSize(120);
    }

    @Test
    void a_lease_is_requested_once_and_used_for_many_batches() {
        var fleet = fleet("cost", 24, 4);
        fleet.send(Queue.ERP, "web", 100);
        var instance = fleet.instance(Queue.ERP);

        int handled = 0;
        while (handled < 100) {
            handled += instance.poll();
        }

        assertThat(fleet.writes()).isEqualTo(1);
    }

    @Test
    void cancellations_find_free_slots_while_all_others_are_held() throws Exception {
        var fleet = fleet("reserved", 4, 1);
        var release = fleet.erp.hold();
        fleet.send(Queue.ERP, "web", 30);
        fleet.send(Queue.COMPENSATION, "web", 1);
        var posting =
                fleet.instances(3, Queue.ERP).stream().map(one -> running(one::poll)).toList();
        until(() -> fleet.erp.inFlight() == 3);
        fleet.erp.holdNoMore();

        assertThat(fleet.instance(Queue.COMPENSATION).poll()).isEqualTo(1);

        assertThat(fleet.erp.inFlight()).isEqualTo(3);
        assertThat(fleet.erp.mostAtOnce()).isEqualTo(4);
        release.countDown();
        for (var one : posting) {
            one.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_channel_with_few_orders_goes_before_the_backlog_of_one_with_many() {
        var fleet = fleet("fair", 3, 1);
        fleet.send(Queue.ERP, "many", 8);
        fleet.send(Queue.ERP, "few", 2);
        var instance = fleet.instance(Queue.ERP);
        var batch = new ArrayList<>(fleet.receive(Queue.ERP));
        while (batch.size() < 10) {
            batch.addAll(fleet.receive(Queue.ERP));
        }

        assertThat(instance.handle(batch)).isEqualTo(10);

        assertThat(fleet.erp.called().subList(0, 4)).contains("few:0", "few:1");
    }

    @Test
    void an_instance_that_waits_gets_the_slot_of_one_that_goes_on_working() {
        var fleet = fleet("waiting", 2, 1);
        fleet.send(Queue.ERP, "web", 80);
        var first = fleet.instance(Queue.ERP);
        var second = fleet.instance(Queue.ERP);
        assertThat(first.poll()).isPositive();
        assertThat(second.poll()).isZero();

        fleet.clock.move(Duration.ofSeconds(26));
        second.poll();
        first.poll();

        assertThat(second.poll()).isPositive();
    }

    @Test
    void the_slots_of_a_crashed_instance_come_back_and_it_can_do_no_harm_when_it_wakes()
            throws Exception {
        var fleet = fleet("crash", 2, 1);
        fleet.send(Queue.ERP, "web", 30);
        var crashed = fleet.instance(Queue.ERP);
        var other = fleet.instance(Queue.ERP);
        var release = fleet.erp.hold();
        var batch = running(crashed::poll);
        until(() -> fleet.erp.inFlight() == 1);
        fleet.erp.holdNoMore();
        assertThat(other.poll()).isZero();

        fleet.clock.move(LEASE_IS_OVER);
        assertThat(other.poll()).isPositive();
        int before = fleet.erp.called().size();
        release.countDown();
        batch.get(30, TimeUnit.SECONDS);

        // The instance ended its running call and was given no permit for another.
        assertThat(fleet.erp.called()).hasSize(before);
        assertThat(crashed.callWithoutPassing())
                .isInstanceOfSatisfying(
                        Erp.Failed.class,
                        failed -> assertThat(failed.fault()).isInstanceOf(Fault.RateLimited.class));
    }

    @Test
    void an_erp_that_is_down_is_called_a_few_times_then_once_and_then_by_all_again()
            throws Exception {
        var fleet = fleet("circuit", 8, 2);
        fleet.send(Queue.ERP, "web", 60);
        fleet.erp.fails(new Fault.Transient("no connection"));
        var instances = fleet.instances(2, Queue.ERP);

        instances.forEach(FunctionInstance::poll);
        int whileItOpened = fleet.erp.called().size();
        instances.forEach(FunctionInstance::poll);
        instances.forEach(FunctionInstance::poll);

        assertThat(fleet.circuit()).isEqualTo("open");
        assertThat(whileItOpened).isBetween(5, 12);
        assertThat(fleet.erp.called()).hasSize(whileItOpened);

        fleet.clock.move(CIRCUIT_MAY_BE_PROBED);
        fleet.send(Queue.ERP, "later", 20);
        instances.forEach(FunctionInstance::poll);

        assertThat(fleet.erp.called()).hasSize(whileItOpened + 1);
        assertThat(fleet.circuit()).isEqualTo("open");
        // The failed probe does not count as a failure of its order.
        assertThat(instances.stream().flatMap(one -> one.met.stream()).toList().getLast())
                .isInstanceOf(Fault.RateLimited.class);

        fleet.erp.answers();
        fleet.clock.move(CIRCUIT_MAY_BE_PROBED.multipliedBy(2));
        fleet.send(Queue.ERP, "last", 20);
        var release = fleet.erp.hold();
        var probe = running(instances.getFirst()::poll);
        until(() -> fleet.erp.inFlight() == 1);

        assertThat(instances.getLast().poll()).isZero();
        assertThat(fleet.erp.inFlight()).isEqualTo(1);
        assertThat(fleet.circuit()).isEqualTo("probing");

        fleet.erp.holdNoMore();
        release.countDown();
        assertThat(probe.get(30, TimeUnit.SECONDS)).isEqualTo(10);
        assertThat(fleet.circuit()).isEqualTo("closed");
    }

    @Test
    void an_account_that_asks_for_a_pause_gets_it_from_all_instances() {
        var fleet = fleet("resting", 8, 2);
        fleet.send(Queue.ERP, "web", 30);
        var instance = fleet.instance(Queue.ERP);
        fleet.erp.fails(new Fault.RateLimited(Duration.ofSeconds(50), "429"));
        instance.poll();
        int called = fleet.erp.called().size();
        fleet.erp.answers();

        instance.poll();
        fleet.instance(Queue.ERP).poll();

        assertThat(fleet.circuit()).isEqualTo("resting");
        assertThat(fleet.erp.called()).hasSize(called);

        fleet.clock.move(Duration.ofSeconds(51));
        fleet.send(Queue.ERP, "later", 5);
        assertThat(instance.poll()).isPositive();
    }
}
