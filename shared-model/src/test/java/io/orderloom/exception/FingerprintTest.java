package io.orderloom.exception;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.Fingerprint.OfFact;
import io.orderloom.exception.Fingerprint.OfUnknownForm;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.fact.FactKey;
import io.orderloom.order.OrderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {
    private static final String KEY = "erp/sandbox|erp-refused|demo-shop:1|unknown_item:MUG";

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "MONEY; total; shopify/demo|order-placed|1|1|MONEY|total; OfFact",
                "ERP; a|b; erp/sandbox|erp-refused|demo-shop:1|a/b|ERP|a|b; OfFact",
                "PAYLOAD; shipped; wms/main|shipped|1|1|PAYLOAD|shipped; OfFact",
                "CONFLICT; order; shopify/demo|order-placed|1|2|CONFLICT|order; OfFact",
                "CONFLICT; total; shopify/demo|order-placed|1|1|MONEY|total|CONFLICT; OfPlacedAgain",
                "CONFLICT; order; shopify/demo|order-placed|1|2|CONFLICT|order|CONFLICT; OfPlacedAgain",
                "CONFLICT; order-placed; shopify/demo|order-placed|1|1|CONFLICT; OfContradiction",
                "CONFLICT; erp.documents; demo-shop:1|CONFLICT|erp.documents; OfBookedTwice",
                "TASK; erp-cancel; demo-shop:1|task|erp-cancel; OfTask",
                "TASK; order; demo-shop:1|missing|order; OfMissingOrder",
                "TASK; facts; demo-shop:1|uncovered|facts; OfUncovered",
                "TASK; order; demo-shop:1|missing|order|task|order; OfTask",
                "REFUND; refund; demo-shop:1|task|refund; OfTask",
                "TASK; return; demo-shop:1|2|3|4|task|return; OfTask",
                "PAYLOAD; body; 1a2b|PAYLOAD|body; OfPayload",
                "PAYLOAD; body; 1|2|3|4|PAYLOAD|body; OfPayload",
                "DEAD_LETTER; erp-post; dead-letter|erp|demo-shop:1/erp-post/1; OfDeadLetter",
                "DEAD_LETTER; status; dead-letter|status|demo-shop:1/a|b|c|d|ERP|e; OfDeadLetter",
                "SUBSCRIBER; crm; demo-shop:1/a|erp-refused|c|d|ERP|e|untold|crm; OfUntoldEvent",
                "SUBSCRIBER; crm; subscriber|crm|outage; OfOutage",
                "ERP; account.credentials; account|odoo|credentials; OfCredentials",
                "REFUND; account.credentials; account|shopify/demo|credentials; OfCredentials",
                "OWNERSHIP; note; card-number|demo-shop; OfCardNumber",
                "CONFLICT; FACT#a|b|c|d; log-tampered|7; OfTamperedLog",
                "CONFLICT; FACT#a|b|c|d; log-tampered|FACT#a|b|c|d; OfTamperedLog",
                "ERP; lines.sku; something|of|another|version; OfUnknownForm",
                "DEAD_LETTER; erp-post; dead-letter|erp; OfUnknownForm",
                "TASK; erp-cancel; demo-shop:1|task|refund; OfUnknownForm",
            })
    void a_stored_text_is_read_as_the_kind_that_wrote_it(
            Type type, String path, String text, String kind) {
        var read = Fingerprint.of(type, path, text);

        assertThat(read.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(read.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_kind_is_read_back_from_its_text_whatever_its_ids_hold(long seed) {
        var some = new SomeFingerprints(seed);

        some.all()
                .forEach(one ->
                        assertThat(Fingerprint.of(one.type(), one.path(), one.value().text()))
                                .as(one.toString())
                                .isEqualTo(one.value()));
    }

    @Test
    void the_samples_hold_every_kind_of_fingerprint() {
        var drawn =
                new SomeFingerprints(0)
                        .all()
                        .<Class<?>>map(one -> one.value().getClass())
                        .collect(Collectors.toSet());
        drawn.add(OfUnknownForm.class);

        assertThat(drawn).containsExactlyInAnyOrder(Fingerprint.class.getPermittedSubclasses());
    }

    @Test
    void two_troubles_of_one_type_and_path_never_have_the_same_text() {
        record Stored(Type type, String path, String text) {}
        Map<Stored, Fingerprint> known = new HashMap<>();

        seeds().mapToObj(SomeFingerprints::new)
                .flatMap(SomeFingerprints::all)
                .forEach(one -> {
                    var stored = new Stored(one.type(), one.path(), one.value().text());
                    assertThat(known.merge(stored, one.value(), (first, _) -> first))
                            .as(stored.toString())
                            .isEqualTo(one.value());
                });

        assertThat(known).hasSizeGreaterThan(400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_text_of_a_facts_trouble_is_enough_to_read_it(long seed) {
        new SomeFingerprints(seed)
                .all()
                .filter(one -> one.value() instanceof OfFact)
                .forEach(one ->
                        assertThat(Fingerprint.ofFact(one.value().text())).isEqualTo(one.value()));
        assertThat(Fingerprint.ofFact(KEY)).isEqualTo(new OfUnknownForm(KEY));
        assertThat(Fingerprint.ofFact(KEY + "|NEWS|total"))
                .isEqualTo(new OfUnknownForm(KEY + "|NEWS|total"));
    }

    @Test
    void a_delivery_that_is_named_like_a_fact_is_decided_as_it_will_be_when_it_is_stored() {
        var delivery = new Fingerprint.OfPayload("wms/main|shipped|1|1", "shipped");

        var raised =
                new OrderException(
                        delivery,
                        Type.PAYLOAD,
                        "shipped",
                        "no JSON",
                        OrderException.Owner.INTEGRATION_TEAM,
                        Instant.EPOCH,
                        "c-1",
                        Optional.empty(),
                        Optional.empty());

        assertThat(raised.fingerprint())
                .isEqualTo(
                        new OfFact(FactKey.parse("wms/main|shipped|1|1"), Type.PAYLOAD, "shipped"));
        assertThat(raised.fingerprint().text()).isEqualTo(delivery.text());
    }

    @Test
    void an_order_whose_id_holds_bars_has_a_task_of_its_own() {
        var order = new OrderId("shop eu", "PO|task|7");

        var text = new Fingerprint.OfTask(order, "return").text();

        assertThat(text).isEqualTo("shop eu:PO|task|7|task|return");
        assertThat(Fingerprint.of(Type.TASK, "return", text))
                .isEqualTo(new Fingerprint.OfTask(order, "return"));
    }
}
