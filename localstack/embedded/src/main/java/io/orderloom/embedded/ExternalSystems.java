package io.orderloom.embedded;

import io.orderloom.embedded.erp.SandboxErpServer;
import io.orderloom.embedded.secret.SecretStore;
import io.orderloom.embedded.shopify.ShopifyAdminSandbox;
import io.orderloom.embedded.subscriber.PrintingSubscriber;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * The systems that the functions work with.
 *
 * @param erp the sandbox, unless a real ERP was chosen
 * @param shop the demo shop's own side, unless a real shop was named
 * @param secretStore present if the functions read their secrets from a store
 */
record ExternalSystems(
        Optional<SandboxErpServer> erp,
        Optional<ShopifyAdminSandbox> shop,
        PrintingSubscriber subscriber,
        Optional<SecretStore> secretStore) {

    /** Starts the systems; each ends when {@code running} is closed. */
    static ExternalSystems start(
            StackOptions options, DataDirectory data, Running running, Progress progress)
            throws IOException {
        var secrets = data.secrets();
        return new ExternalSystems(
                startErp(options, data, secrets, running, progress),
                startShop(options, data, secrets, running, progress),
                startSubscriber(options, secrets, running, progress),
                startSecretStore(options, running, progress));
    }

    private static Optional<SandboxErpServer> startErp(
            StackOptions options,
            DataDirectory data,
            DirectorySecrets secrets,
            Running running,
            Progress progress)
            throws IOException {
        return switch (options.erp()) {
            case ErpChoice.Odoo _, ErpChoice.Elsewhere _ -> Optional.empty();
            case ErpChoice.Sandbox(var rules) -> {
                var started =
                        new SandboxErpServer(
                                data.erpJournal(),
                                options.ports().erp(),
                                secrets.erpToken(),
                                rules);
                running.add(started::close);
                progress.step("sandbox ERP, %d documents".formatted(started.documents().size()));
                yield Optional.of(started);
            }
        };
    }

    private static Optional<ShopifyAdminSandbox> startShop(
            StackOptions options,
            DataDirectory data,
            DirectorySecrets secrets,
            Running running,
            Progress progress)
            throws IOException {
        if (options.demoShopApi().isPresent()) {
            return Optional.empty();
        }
        var started =
                new ShopifyAdminSandbox(
                        options.ports().shop(), data.shopJournal(), secrets.demoShopToken());
        running.add(started::close);
        progress.step("demo shop, %d refunds".formatted(started.refunds().size()));
        return Optional.of(started);
    }

    private static PrintingSubscriber startSubscriber(
            StackOptions options, DirectorySecrets secrets, Running running, Progress progress)
            throws IOException {
        var started =
                new PrintingSubscriber(
                        options.ports().subscriber(),
                        secrets.subscriber(),
                        Clock.systemUTC(),
                        options.listener());
        running.add(started::close);
        progress.step("subscriber");
        return started;
    }

    private static Optional<SecretStore> startSecretStore(
            StackOptions options, Running running, Progress progress) {
        if (!options.secretStore()) {
            return Optional.empty();
        }
        var started = new SecretStore();
        running.add(started::close);
        progress.step("secret store");
        return Optional.of(started);
    }
}
