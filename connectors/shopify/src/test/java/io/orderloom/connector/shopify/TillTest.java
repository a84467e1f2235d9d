package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.OrderStatus;
import io.orderloom.core.StatusRules;
import io.orderloom.source.Source.Translation.Stated;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goods that had left the shop when the order was placed. */
class TillTest {

    @ParameterizedTest
    @CsvSource({
        "pos, fulfilled, success, 2, DELIVERED",
        "web, fulfilled, success, 2, SHIPPED",
        "web, partial, success, 1, PARTIALLY_SHIPPED",
        "web, fulfilled, failure, 2, OPEN",
        "web, '', success, 2, OPEN",
    })
    void an_order_that_was_handed_over_at_the_till_is_fulfilled(
            String source, String status, String of, int units, OrderStatus.Fulfilment stands) {
        var payload =
                """
                {"id":9001,"created_at":"2026-11-02T10:04:05-05:00","currency":"USD",
                 "source_name":"%s","fulfillment_status":"%s","line_items":
                 [{"id":91,"quantity":2,"price":"4.50","requires_shipping":true}],
                 "fulfillments":[{"id":95,"status":"%s","line_items":[{"id":91,"quantity":%d}]}],
                 "total_price":"9.00"}\
                """
                        .formatted(source, status, of, units);

        var translated =
                ((Stated) Webhooks.translate("orders/create", payload.getBytes(UTF_8)))
                        .statements()
                        .getFirst();

        var state = BadInput.state(List.copyOf(translated.facts()));
        assertThat(StatusRules.of(state).fulfilment()).isEqualTo(stands);
    }
}
