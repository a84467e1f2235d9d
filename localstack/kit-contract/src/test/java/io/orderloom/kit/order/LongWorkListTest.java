package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.OrderException;
import io.orderloom.core.OrderException.Owner;
import io.orderloom.core.OrderException.Type;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.aws.TableClient;
import io.orderloom.simulation.aws.TableTrouble;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A work list that is longer than one sweep gets. */
class LongWorkListTest {
    private static final int OPEN = 10_000;

    /** Each hundredth is over; the others' orders were never heard of, and wait. */
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
        return new OrderException(
                order(number) + "|task|" + TaskKind.ERP_CANCEL.label(),
                Type.TASK,
                TaskKind.ERP_CANCEL.label(),
                "nobody can cancel it",
                Owner.ERP_TEAM,
                Shelf.NOW.plusSeconds(number),
                "c-1",
                Optional.empty());
    }

    private void raise(int number) {
        exceptions.meet(Items.partition(order(number)), open(number), Shelf.NOW);
    }

    private void place(int number) {
        orders.absorb(SampleFacts.placed(SampleFacts.named(order(number))), Samples.PROFILE);
    }

    private boolean isOpen(int number) {
        return exceptions
                .find(Items.partition(order(number)), open(number).fingerprint())
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
            // What is begun is done: a request for a part's orders, one for what of it is over.
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
    void the_sweep_after_the_last_part_begins_anew() {
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
        spoil(Items.partition(order(2)), Items.exception(open(2).fingerprint()));

        var swept = run();

        assertThat(swept).isEqualTo(new WorkSweep.Swept(1, 0, 2, true));
        assertThat(isOpen(3)).isFalse();
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
