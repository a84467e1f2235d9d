package io.orderloom.connector.sandbox;

import io.orderloom.embedded.erp.PostingRules;
import io.orderloom.embedded.erp.SandboxErpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the sandbox ERP on a server of its own, with master data for items. */
public final class SandboxServer implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "contract";

    private static final Set<String> ITEMS =
            Set.of(
                    "MUG-01",
                    "TEA-07",
                    "POT-12",
                    "CUP-03",
                    "SHIPPING-STD",
                    "GIFT-CARD",
                    "TIP",
                    "FEE",
                    "ROUNDING",
                    "CASH-ROUNDING",
                    "DUTY",
                    "TAX");

    private Optional<SandboxErpServer> server = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            var journal =
                    Files.createTempDirectory(Path.of("target"), "sandbox").resolve("journal");
            var started =
                    new SandboxErpServer(
                            journal, 0, TOKEN, new PostingRules(ITEMS, LocalDate.EPOCH));
            server = Optional.of(started);
            return Map.of(
                    "erp.sandbox.url", started.address().toString(), "erp.sandbox.token", TOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.ifPresent(SandboxErpServer::close);
    }
}
