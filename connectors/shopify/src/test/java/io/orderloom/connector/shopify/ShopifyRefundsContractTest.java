package io.orderloom.connector.shopify;

import io.orderloom.channel.Refunds;
import io.orderloom.connector.contract.RefundsContract;
import io.orderloom.connector.contract.RefundsSide;
import io.orderloom.embedded.shopify.AdminFault;
import io.orderloom.embedded.shopify.ShopOrder;
import io.orderloom.embedded.shopify.ShopRefund;
import io.orderloom.embedded.shopify.ShopifyAdminSandbox;
import io.orderloom.money.Money;
import io.orderloom.order.OrderId;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.SourceInstance.Api;
import io.orderloom.source.SystemRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Over HTTP, against a shop with the vendor's own schema. */
@QuarkusTest
class ShopifyRefundsContractTest extends RefundsContract {
    @Inject ShopifyRefunds refunds;

    @TempDir Path directory;

    @Override
    protected Refunds refunds() {
        return refunds;
    }

    @Override
    protected RefundsSide side() throws IOException {
        return new Shop(directory.resolve("refunds.jsonl"));
    }

    private static final class Shop implements RefundsSide {
        private static final String TOKEN = "shpat_accepted";
        private static final String NAME = "demo-shop";

        private final ShopifyAdminSandbox server;
        private int orders;

        Shop(Path file) throws IOException {
            server = new ShopifyAdminSandbox(0, file, TOKEN);
        }

        @Override
        public SourceInstance instance() {
            return with(Optional.of(new Api(server.address().toString(), TOKEN)));
        }

        @Override
        public SourceInstance unaccepted() {
            return with(Optional.of(new Api(server.address().toString(), "shpat_revoked")));
        }

        @Override
        public SourceInstance unconfigured() {
            return with(Optional.empty());
        }

        private static SourceInstance with(Optional<Api> api) {
            return SourceInstance.of(
                    NAME, ShopifySource.NAME, SystemRole.COMMERCE, List.of(), ZoneOffset.UTC, api);
        }

        @Override
        public OrderId paid(Money amount) {
            var id = Integer.toString(450_000 + ++orders);
            server.know(
                    new ShopOrder(
                            id,
                            amount.currency().toString(),
                            amount.decimal(),
                            "shopify_payments",
                            Optional.of("2026-11-24T10:00:00Z")));
            return new OrderId(NAME, id);
        }

        @Override
        public Money givenBack(OrderId order) {
            return Money.of(
                    server.refunds(order.channelOrderId()).stream()
                            .map(ShopRefund::amount)
                            .reduce(new BigDecimal("0.00"), BigDecimal::add)
                            .toPlainString(),
                    "EUR");
        }

        @Override
        public void next(Trouble trouble) {
            server.failNext(
                    1,
                    switch (trouble) {
                        case IS_BUSY -> new AdminFault.Throttled(ASKED_WAIT);
                        case FAILS -> new AdminFault.Unavailable();
                        case LOSES_ITS_ANSWER -> new AdminFault.BrokenAfterRefund();
                    });
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
