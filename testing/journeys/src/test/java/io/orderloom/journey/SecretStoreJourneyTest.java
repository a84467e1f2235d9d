package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.secret.SecretStore;
import io.orderloom.topology.Function;
import io.orderloom.topology.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An order whose functions have no secret in their variables and read their secrets at the start.
 */
class SecretStoreJourneyTest {
    private static final String ERP = SecretStore.name(Function.ERP_POST, Secret.ERP);

    @TempDir Path data;

    @Test
    void every_function_works_with_the_secrets_that_it_reads_and_reads_no_other() throws Exception {
        var options = Journey.options().data(data).secretStore(true).build();

        try (var journey = Journey.start(options)) {
            // A new process can read the previous version of the secret only from the store.
            journey.stack().secretStore().put(ERP, "not even JSON");
            journey.stack().functions().kill(Function.ERP_POST);
            var order =
                    new SampleOrder(
                            4_001, List.of(new Item("MUG-01", "Stoneware mug", 3, 1_250, 0)), 595);
            journey.shop().send("orders/create", ShopifyPayload.created(order));
            journey.await(order.id(), "posted");
            journey.shop().send("orders/cancelled", ShopifyPayload.cancelled(order));
            journey.await(order.id(), "erp_cancelled");
            journey.await(order.id(), "refunded");

            assertThat(journey.stack().secretStore().handedOut())
                    .containsExactlyInAnyOrderElementsOf(readByFunctions());
            assertThat(journey.stack().logs().resolve("erp-post.log"))
                    .content()
                    .contains(
                            "secret %s: the value is no JSON object; its last good value stays in force"
                                    .formatted(ERP));
        }
    }

    private static List<String> readByFunctions() {
        return Stream.of(Function.values())
                .flatMap(function ->
                        function.reads().stream().map(secret -> SecretStore.name(function, secret)))
                .toList();
    }
}
