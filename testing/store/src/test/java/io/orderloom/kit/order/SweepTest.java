package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.Exceptions;
import io.orderloom.exception.HistoryEntry;
import io.orderloom.exception.OrderException.Owner;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import io.orderloom.task.Task;
import io.orderloom.task.TaskKind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Entries that are on the work list by mistake, and entries that are there because they are due.
 */
class SweepTest {
    private static final Instant NOW = Shelf.NOW;

    private final Shelf shelf = new Shelf();

    /** Places an order, of which only the posting is due. */
    private OrderId placed(String name) {
        var order = new OrderId("demo-shop", name);
        shelf.orders.ingest(SampleFacts.placed(SampleFacts.named(order)), Samples.PROFILE);
        return order;
    }

    private boolean listed(OrderId order, TaskKind kind) {
        return shelf.listed(order, kind);
    }

    /** Sweeps to the end of the list, whatever else is on it. */
    private void sweep(Instant now) {
        var sweep = shelf.workSweep(() -> now);
        while (!sweep.run(now.plusSeconds(1), _ -> false).ended()) {}
    }

    @Test
    void a_task_that_is_not_due_is_taken_off_the_work_list_unchanged() {
        var order = placed("sweep-1");
        var doubt = new Task.InDoubt(1, 7, NOW.plusSeconds(20), "time-out");
        shelf.tasks.save(order, TaskKind.ERP_CANCEL, new Task.Untried(), doubt);
        assertThat(listed(order, TaskKind.ERP_CANCEL)).isTrue();

        sweep(NOW);

        assertThat(listed(order, TaskKind.ERP_CANCEL)).isFalse();
        // A task in doubt still has to wait before its look-up.
        assertThat(shelf.tasks.find(order, TaskKind.ERP_CANCEL).task()).isEqualTo(doubt);
    }

    @Test
    void a_task_that_is_due_stays_on_the_work_list() {
        var order = placed("sweep-2");
        var postponed = new Task.Postponed(1, 3, NOW.plusSeconds(9), "503");
        shelf.tasks.save(order, TaskKind.ERP_POST, new Task.Untried(), postponed);

        sweep(NOW);

        assertThat(listed(order, TaskKind.ERP_POST)).isTrue();
    }

    @Test
    void a_task_that_changed_meanwhile_stays_on_the_work_list() {
        var order = placed("sweep-3");
        var seen = new Task.InDoubt(1, 1, NOW, "time-out");
        var later = new Task.InDoubt(2, 2, NOW.plusSeconds(20), "time-out");
        shelf.tasks.save(order, TaskKind.ERP_CANCEL, new Task.Untried(), seen);
        shelf.tasks.save(order, TaskKind.ERP_CANCEL, seen, later);

        assertThat(shelf.tasks.takeOffWorkList(order, TaskKind.ERP_CANCEL, seen)).isFalse();

        assertThat(listed(order, TaskKind.ERP_CANCEL)).isTrue();
    }

    @Test
    void an_exception_whose_task_is_not_due_is_resolved_with_the_reason() {
        var order = placed("sweep-4");
        var exception =
                Exceptions.task(
                        order,
                        TaskKind.ERP_CANCEL.label(),
                        Type.TASK,
                        "nobody can cancel it",
                        Owner.ERP_TEAM,
                        NOW,
                        "c-1",
                        Optional.empty());
        shelf.orders.open(order, exception);

        sweep(NOW.plusSeconds(300));

        var kept =
                shelf.exceptions
                        .find(Items.partition(order), exception.fingerprint().text())
                        .orElseThrow();
        assertThat(kept.value().live()).isFalse();
        assertThat(kept.value().life().history().getLast())
                .extracting(HistoryEntry::kind, step -> step.deed().why())
                .containsExactly(HistoryEntry.Kind.RESOLVED, "erp-cancel is no longer due");
    }
}
