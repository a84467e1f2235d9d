package io.orderloom.kit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.kit.order.DefaultTable;
import io.orderloom.kit.order.Shelf;
import io.orderloom.reference.Reference;
import io.orderloom.reference.ReferenceKey;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The newest statement about a thing stays, in whatever order statements come. */
class ReferenceStoreTest {
    private static final Instant MORNING = Instant.parse("2026-11-02T08:00:00Z");

    private final Shelf shelf = new Shelf();
    private final ReferenceStore store =
            new ReferenceStore(shelf.reads, shelf.dynamo, DefaultTable.name());

    private static ReferenceKey product(String shop, String id) {
        return new ReferenceKey(shop, "product", id);
    }

    private static Reference said(ReferenceKey key, Instant at, String sku) {
        return new Reference(key, at, Map.of("sku.1", sku));
    }

    @Test
    void an_earlier_statement_never_replaces_a_later_one_and_a_repetition_changes_nothing() {
        var key = product("demo-shop", "references-1");
        var late = said(key, MORNING.plusMillis(500), "NEW");

        assertThat(store.keep(said(key, MORNING, "OLD"))).isTrue();
        assertThat(store.keep(late)).isTrue();
        assertThat(store.keep(said(key, MORNING, "OLD"))).isFalse();
        assertThat(store.keep(late)).isTrue();

        assertThat(store.find(Set.of(key))).containsExactly(Map.entry(key, late));
    }

    @Test
    void two_shops_with_equal_product_ids_never_mix() {
        var here = product("demo-shop", "references-2");
        var there = product("other-shop", "references-2");
        store.keep(said(here, MORNING, "HERE"));

        assertThat(store.find(Set.of(there))).isEmpty();
        store.keep(said(there, MORNING, "THERE"));
        assertThat(store.find(Set.of(here, there)))
                .extractingByKeys(here, there)
                .extracting(found -> found.value("sku.1").orElseThrow())
                .containsExactly("HERE", "THERE");
    }

    @Test
    void a_product_of_the_most_variants_is_kept_whole() {
        var key = product("demo-shop", "references-3");
        var values =
                IntStream.range(0, 2048)
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        n -> "sku." + (45_000_000_000_000L + n * 7919L),
                                        n -> "SKU-%x-%d".formatted(n * 2_654_435_761L, n)));
        var large = new Reference(key, MORNING, values);

        store.keep(large);

        assertThat(store.find(Set.of(key))).containsExactly(Map.entry(key, large));
    }

    @Test
    void nothing_is_read_where_nothing_is_asked_for() {
        assertThat(store.find(Set.of())).isEmpty();
        assertThat(store.find(Set.of(product("demo-shop", "references-unknown")))).isEmpty();
    }
}
