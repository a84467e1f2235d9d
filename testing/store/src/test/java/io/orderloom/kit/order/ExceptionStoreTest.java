package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.exception.ExceptionLife.Live;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.HistoryEntry;
import io.orderloom.exception.OrderException;
import io.orderloom.exception.OrderException.Owner;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.topology.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExceptionStoreTest {
    private static final Instant NOW = Shelf.NOW;
    private static final AuditEntry DEED =
            new AuditEntry(NOW.plusSeconds(60), "ada", "the item is there now");

    private final Shelf shelf = new Shelf();

    private static OrderException refused(String order, String cause, String detail) {
        return Exceptions.ofFact(
                new Provenance(
                        new FactKey(
                                "erp/sandbox", Fact.ErpRefused.KIND, "demo-shop:" + order, cause),
                        Role.ERP,
                        NOW,
                        NOW,
                        "c-1"),
                Type.ERP,
                cause,
                detail,
                Owner.ERP_TEAM,
                Optional.empty());
    }

    private static Provenance provenance(FactKey key) {
        return new Provenance(key, Role.ERP, NOW, NOW, "c-1");
    }

    private static String partition(String order) {
        return "ORDER#demo-shop:" + order;
    }

    private ExceptionRecord kept(String order, String cause) {
        return shelf.exceptions
                .find(partition(order), refused(order, cause, "").fingerprint().text())
                .orElseThrow();
    }

    private boolean listed(String order) {
        return shelf.exceptions.open().stream()
                .anyMatch(kept -> kept.partition().equals(partition(order)));
    }

    @Test
    void the_same_exception_occurring_again_counts_up_and_opens_no_second_one() {
        var first = shelf.exceptions.meet(partition("1"), refused("1", "a", "no MUG"), NOW);
        var again =
                shelf.exceptions.meet(
                        partition("1"), refused("1", "a", "still no MUG"), NOW.plusSeconds(9));

        assertThat(first.opened()).isTrue();
        assertThat(again.opened()).isFalse();
        assertThat(kept("1", "a").value().life().met().times()).isEqualTo(2);
        assertThat(kept("1", "a").value().what().detail()).isEqualTo("still no MUG");
        assertThat(shelf.sortKeysOfExceptions(partition("1"))).hasSize(1);
    }

    @Test
    void a_resolved_exception_leaves_the_work_list_and_comes_back_with_its_history() {
        shelf.exceptions.meet(partition("2"), refused("2", "a", "no MUG"), NOW);
        var open = kept("2", "a");
        assertThat(listed("2")).isTrue();

        assertThat(shelf.exceptions.save(open, ((Live) open.value().life()).resolve(DEED)))
                .isTrue();
        assertThat(listed("2")).isFalse();
        var back =
                shelf.exceptions.meet(
                        partition("2"), refused("2", "a", "no MUG"), NOW.plusSeconds(3_600));

        assertThat(back.opened()).isTrue();
        assertThat(listed("2")).isTrue();
        assertThat(kept("2", "a").value().life().history())
                .extracting(HistoryEntry::kind)
                .containsExactly(
                        HistoryEntry.Kind.OPENED,
                        HistoryEntry.Kind.RESOLVED,
                        HistoryEntry.Kind.REOPENED);
    }

    @Test
    void a_new_occurrence_reopens_an_exception_even_if_the_clock_is_behind() {
        shelf.exceptions.meet(partition("8"), refused("8", "a", "no MUG"), NOW);
        var open = kept("8", "a");
        shelf.exceptions.save(open, ((Live) open.value().life()).resolve(DEED));

        var back =
                shelf.exceptions.recordOccurrence(
                        partition("8"), refused("8", "a", "no MUG").raised(NOW.minusSeconds(1)));

        assertThat(back.opened()).isTrue();
        assertThat(listed("8")).isTrue();
    }

    @Test
    void an_exception_that_occurred_meanwhile_can_not_be_closed() {
        shelf.exceptions.meet(partition("3"), refused("3", "a", "no MUG"), NOW);
        var seen = kept("3", "a");
        shelf.exceptions.meet(partition("3"), refused("3", "a", "no MUG"), NOW.plusSeconds(70));

        assertThat(shelf.exceptions.save(seen, ((Live) seen.value().life()).resolve(DEED)))
                .isFalse();

        assertThat(listed("3")).isTrue();
    }

    @Test
    void a_fact_settles_all_rejections_of_the_same_task_and_nothing_else() {
        shelf.exceptions.meet(partition("4"), refused("4", "a", "no MUG"), NOW);
        shelf.exceptions.meet(partition("4"), refused("4", "b", "period is closed"), NOW);
        shelf.exceptions.meet(partition("4"), refused("44", "a", "another"), NOW);

        shelf.exceptions.settle(
                partition("4"),
                refused("4", "a", "").fingerprint().text(),
                AuditEntry.ourselves(NOW.plusSeconds(5), "posted"));

        assertThat(kept("4", "a").value().life()).isInstanceOf(ExceptionLife.Resolved.class);
        assertThat(kept("4", "b").value().life()).isInstanceOf(ExceptionLife.Resolved.class);
        assertThat(listed("4")).isTrue();
    }

    @Test
    void a_fact_settles_a_refusal_whose_cause_holds_bars_and_no_contradiction_beside_it() {
        var refused = refused("9", "item A/B", "no A|B").fingerprint().fact().orElseThrow();
        var barred =
                Exceptions.ofFact(
                        provenance(refused),
                        Type.ERP,
                        "item A|B",
                        "no A|B",
                        Owner.ERP_TEAM,
                        Optional.empty());
        var contradiction = Exceptions.contradiction(provenance(refused));
        shelf.exceptions.meet(partition("9"), barred, NOW);
        shelf.exceptions.meet(partition("9"), contradiction, NOW);

        shelf.exceptions.settle(
                partition("9"),
                refused("9", "another", "").fingerprint().text(),
                AuditEntry.ourselves(NOW.plusSeconds(5), "posted"));

        assertThat(shelf.exceptions.find(partition("9"), barred.fingerprint().text()))
                .hasValueSatisfying(kept -> assertThat(kept.value().live()).isFalse());
        assertThat(shelf.exceptions.find(partition("9"), contradiction.fingerprint().text()))
                .hasValueSatisfying(kept -> assertThat(kept.value().live()).isTrue());
    }

    @Test
    void many_reports_of_one_occurrence_open_one_exception_and_are_counted_once() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var meetings =
                    IntStream.rangeClosed(1, 8)
                            .<Callable<Boolean>>mapToObj(n ->
                                    () ->
                                            shelf.exceptions
                                                    .meet(
                                                            partition("5"),
                                                            refused("5", "a", "no MUG"),
                                                            NOW)
                                                    .opened())
                            .toList();

            int opened = 0;
            for (var met : threads.invokeAll(meetings)) {
                opened += met.get() ? 1 : 0;
            }

            assertThat(opened).isEqualTo(1);
            assertThat(kept("5", "a").value().life().met().times()).isEqualTo(1);
        }
    }

    @Test
    void an_exception_that_an_early_version_kept_is_read_and_goes_on() {
        var old =
                Items.key(
                        partition("6"),
                        Items.exception(refused("6", "a", "").fingerprint().text()));
        old.put(Items.BODY, Items.body(refused("6", "a", "no MUG")));
        old.putAll(
                Map.of(
                        Table.WORK.partitionKey(),
                        Items.text(Items.OPEN_EXCEPTION),
                        Table.WORK.sortKey(),
                        Items.text("ERP#" + NOW)));
        shelf.dynamo.putItem(r -> r.tableName(Table.NAME).item(old));

        var read = kept("6", "a");
        assertThat(read.value().life()).isInstanceOf(ExceptionLife.Open.class);
        assertThat(shelf.exceptions.save(read, ((Live) read.value().life()).waive(DEED))).isTrue();

        assertThat(kept("6", "a").value().life()).isInstanceOf(ExceptionLife.Waived.class);
    }

    @Test
    void a_name_that_is_too_long_for_a_key_is_still_one_exception() {
        var cause = "x".repeat(3_000);
        shelf.exceptions.meet(partition("7"), refused("7", cause, "no"), NOW);
        var again =
                shelf.exceptions.meet(
                        partition("7"), refused("7", cause, "no"), NOW.plusSeconds(1));

        assertThat(again.opened()).isFalse();
        assertThat(again.now().life().met().times()).isEqualTo(2);
    }
}
