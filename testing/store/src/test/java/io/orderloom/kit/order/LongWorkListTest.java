package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import io.orderloom.exception.OrderException.Owner;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.aws.TableClient;
import io.orderloom.simulation.aws.TableTrouble;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.simulation.seam.PartlyDone;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A work list that is too long for one sweep. */
class LongWorkListTest {
    private static final int OPEN = 10_000;

    /**
     * Every hundredth exception can be closed; the orders of the others are unknown, so those stay
     * open.
     */
    private static final int EACH = 100;

    private static final Duration REQUEST = Duration.ofMillis(50);
    private static final Duration BUDGET = Duration.ofSeconds(5);

    private final TableClient table =
            new TableClient(new SimulatedTable(), Boundaries.STEADY, () -> TableTrouble.NONE);
    private final PacedTable paced = new PacedTable(table, Shelf.NOW, REQUEST);
    private final ExceptionStore exceptions = new ExceptionStore(table, Table.NAME);
    private final Orders orders = new Orders(OrderStore.plain(table, Table.NAME));
    private final WorkSweep sweep = Shelf.workSweep(paced, paced);

    private static OrderId order(int number) {
        return new OrderId("demo-shop", "long-" + number);
    }

    private static OrderException open(int number) {
        return Exceptions.task(
                order(number),
                TaskKind.ERP_CANCEL.label(),
                Type.TASK,
                "nobody can cancel it",
                Owner.ERP_TEAM,
                Shelf.NOW.plusSeconds(number),
                "c-1",
                Optional.empty());
    }

    private void raise(int number) {
        var exception = open(number);
        exceptions.meet(Items.partition(order(number)), exception, exception.raisedAt());
    }

    private void place(int number) {
        orders.ingest(SampleFacts.placed(SampleFacts.named(order(number))), Samples.PROFILE);
    }

    private boolean isOpen(int number) {
        return exceptions
                .find(Items.partition(order(number)), open(number).fingerprint().text())
                .orElseThrow()
                .value()
                .live();
    }

    private WorkSweep.Swept run() {
        return sweep.run(paced.instant().plus(BUDGET), _ -> false);
    }

    @Test
    void ten_thousand_open_exceptions_are_gone_through_in_few_sweeps_that_keep_to_their_time() {
        for (int number = 0; number < OPEN; number++) {
            raise(number);
            if (number % EACH == EACH - 1) {
                place(number);
            }
        }

        int runs = 0;
        int settled = 0;
        boolean ended = false;
        while (!ended) {
            Instant begun = paced.instant();
            var swept = run();
            // A part that was begun is finished: one request reads its orders, and one closes those
            // of its exceptions that are over.
            assertThat(Duration.between(begun, paced.instant()))
                    .isLessThan(BUDGET.plus(REQUEST.multipliedBy(5)));
            settled += swept.exceptions();
            ended = swept.ended();
            runs++;
        }

        assertThat(runs).isBetween(2, 4);
        assertThat(settled).isEqualTo(OPEN / EACH);
        assertThat(isOpen(OPEN - 1)).isFalse();
        assertThat(isOpen(OPEN - 2)).isTrue();
        assertThat(paced.gets()).isLessThanOrEqualTo(OPEN / WorkList.TOGETHER + 2 * runs);
    }

    @Test
    void the_sweep_after_the_last_part_begins_at_the_start() {
        for (int number = 0; number < 3 * EACH; number++) {
            raise(number);
        }
        while (!sweep.run(paced.instant(), _ -> false).ended()) {}
        place(0);

        var swept = run();

        assertThat(swept.exceptions()).isOne();
        assertThat(isOpen(0)).isFalse();
    }

    @Test
    void an_unreadable_state_or_exception_is_counted_and_what_stands_behind_it_is_settled() {
        List.of(1, 2, 3).forEach(this::raise);
        place(1);
        place(3);
        spoil(Items.partition(order(1)), Items.STATE);
        spoil(Items.partition(order(2)), Items.exception(open(2).fingerprint().text()));

        var swept = run();

        assertThat(swept).isEqualTo(new WorkSweep.Swept(1, 0, 2, true));
        assertThat(isOpen(3)).isFalse();
    }

    @Test
    void the_sweep_goes_on_from_a_place_whose_item_is_gone() {
        for (int number = 0; number < 3 * EACH; number++) {
            raise(number);
        }
        assertThat(sweep.run(paced.instant(), _ -> false).ended()).isFalse();
        place(EACH - 1);
        var stood =
                exceptions.find(
                        Items.partition(order(EACH - 1)), open(EACH - 1).fingerprint().text());
        assertThat(exceptions.settle(stood.orElseThrow(), AuditEntry.ourselves(Shelf.NOW, "over")))
                .isTrue();
        place(EACH);

        var swept = run();

        assertThat(swept).isEqualTo(new WorkSweep.Swept(1, 0, 0, true));
        assertThat(isOpen(EACH)).isFalse();
    }

    @Test
    void keys_that_a_request_leaves_unread_are_read_again() {
        for (int number = 0; number < EACH; number++) {
            raise(number);
            place(number);
        }
        var inPart = new PartlyDone(paced, new SeededRandom(7), () -> true);

        var swept = Shelf.workSweep(inPart, paced).run(paced.instant().plus(BUDGET), _ -> false);

        assertThat(swept).isEqualTo(new WorkSweep.Swept(EACH, 0, 0, true));
        assertThat(paced.gets()).isGreaterThan(2);
    }

    @Test
    void open_exceptions_are_counted_over_all_pages_and_reported_as_partial_when_time_runs_out() {
        for (int number = 0; number < 3 * EACH + 1; number++) {
            raise(number);
        }
        var counted = new ArrayList<OrderException>();
        var open = Shelf.openWork(paced, paced);

        var seen = open.exceptions(paced.instant().plus(BUDGET), counted::add);
        var late = open.exceptions(paced.instant(), counted::add);

        assertThat(seen).isEqualTo(new OpenWork.Seen(true, 0));
        assertThat(late).isEqualTo(new OpenWork.Seen(false, 0));
        assertThat(counted).hasSize(3 * EACH + 1).doesNotHaveDuplicates();
        assertThat(counted.getFirst().raisedAt()).isEqualTo(Shelf.NOW);
    }

    private void spoil(String partition, String sort) {
        var key = Items.key(partition, sort);
        var item =
                new HashMap<String, AttributeValue>(
                        table.getItem(r -> r.tableName(Table.NAME).key(key).consistentRead(true))
                                .item());
        item.put(Items.BODY, Items.binary(new byte[] {1, 2, 3}));
        table.putItem(r -> r.tableName(Table.NAME).item(item));
    }
}
