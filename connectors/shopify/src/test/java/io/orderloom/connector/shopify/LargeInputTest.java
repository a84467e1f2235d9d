package io.orderloom.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A much too large payload is read in a time in proportion to its size, or rejected before it is
 * read.
 */
class LargeInputTest {

    /** Parsing a number takes time by the square of its length: minutes for this one. */
    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "%s", "\"%s.50\"", "1e%s"})
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void a_number_of_four_million_digits_is_refused_before_it_is_parsed(String form) {
        var number = form.formatted("7".repeat(4_000_000));

        var outcome = BadInput.outcome(order("", "{\"id\":1,\"quantity\":1,\"price\":1}", number));

        assertThat(outcome).startsWith("total_price: ");
    }

    @Test
    void an_order_of_forty_thousand_lines_is_taken() {
        var lines = many(40_000, i -> "{\"id\":%d,\"quantity\":1,\"price\":1}".formatted(i));

        assertThat(BadInput.outcome(order("", lines, "40000"))).isEqualTo("taken");
    }

    @Test
    void an_order_of_ten_thousand_discounts_is_taken() {
        var lines =
                many(
                        10_000,
                        i ->
                                """
                                {"id":%d,"quantity":1,"price":2,"discount_allocations":
                                 [{"amount":1,"discount_application_index":%d}]}\
                                """
                                        .formatted(i, i));

        assertThat(BadInput.outcome(order("", lines, "10000"))).isEqualTo("taken");
    }

    @Test
    void an_order_of_twenty_thousand_refunds_is_taken() {
        var refunds =
                "\"financial_status\":\"paid\",\"refunds\":[%s],"
                        .formatted(
                                many(
                                        20_000,
                                        i ->
                                                """
                                                {"id":%d,"transactions":[{"kind":"refund",
                                                 "status":"success","amount":"0.01"}]}\
                                                """
                                                        .formatted(i)));

        var outcome =
                BadInput.outcome(order(refunds, "{\"id\":1,\"quantity\":1,\"price\":200}", "200"));

        assertThat(outcome).isEqualTo("taken");
    }

    /** Each refund is a fact for which each line is searched. */
    @Test
    void many_refunds_of_many_lines_are_refused_by_their_number() {
        var lines = many(4_001, i -> "{\"id\":%d,\"quantity\":1,\"price\":1}".formatted(i));
        var refunds = "\"refunds\":[%s],".formatted(many(1_000, "{\"id\":%d}"::formatted));

        assertThat(BadInput.outcome(order(refunds, lines, "4001")))
                .isEqualTo(
                        "refunds: are 1000 of an order of 4001 lines, more than can be taken in");
    }

    @Test
    void more_small_values_than_memory_has_room_for_are_refused_by_their_number() {
        var payload = order("", "{},".repeat(1_300_000) + "{}", "1");

        assertThat(BadInput.outcome(payload))
                .isEqualTo("body: has more than the 400000 values that are taken");
    }

    private static String many(int count, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(","));
    }

    private static String order(String more, String lines, String total) {
        return """
        {"id":1,"created_at":"2026-11-02T10:04:05-05:00","currency":"USD",%s
         "line_items":[%s],"total_price":%s}\
        """
                .formatted(more, lines, total);
    }
}
