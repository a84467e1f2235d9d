package io.orderloom.emulator;

import io.orderloom.embedded.DirectorySecrets;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.erp.PostingRules;
import io.orderloom.embedded.erp.SandboxErpServer;
import io.orderloom.embedded.shopify.ShopifyAdminSandbox;
import io.orderloom.embedded.subscriber.PrintingSubscriber;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** An external system's sandbox, as a process of its own that keeps its data on disk. */
enum Sandbox {
    SHOP {
        @Override
        URI start(Path directory, int port) throws IOException {
            var file = directory.resolve("refunds.jsonl");
            return new ShopifyAdminSandbox(
                            port, file, DirectorySecrets.in(directory).demoShopToken())
                    .address();
        }
    },
    ERP {
        @Override
        URI start(Path directory, int port) throws IOException {
            var file = directory.resolve("sales-orders.jsonl");
            var token = DirectorySecrets.in(directory).erpToken();
            return new SandboxErpServer(file, port, token, PostingRules.DEFAULT).address();
        }
    },
    SUBSCRIBER {
        @Override
        URI start(Path directory, int port) throws IOException {
            var file = directory.resolve("events.jsonl");
            return new PrintingSubscriber(
                            port,
                            DirectorySecrets.in(directory).subscriber(),
                            Clock.systemUTC(),
                            event -> keep(event, file))
                    .address();
        }
    };

    /** Starts the sandbox and returns its address. */
    abstract URI start(Path directory, int port) throws IOException;

    static Sandbox named(String name) {
        return Stream.of(values())
                .filter(one -> one.label().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new StartupFailure(
                                "'%s' is no sandbox; there are shop, erp and subscriber"
                                        .formatted(name)));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Holds the sandbox's address once it listens. The address stays the same after a restart. */
    private Path file(Path directory) {
        return directory.resolve(label() + ".address");
    }

    URI address(Path directory) {
        try {
            return URI.create(Files.readString(file(directory)).strip());
        } catch (IOException e) {
            throw new StartupFailure(
                    "the sandbox %s is not up: there is no %s; run 'make emulator'"
                            .formatted(label(), file(directory)),
                    e);
        }
    }

    /** Runs until the process is ended. */
    void run(Path directory) {
        try {
            var address = start(directory, port(directory));
            var half = Files.writeString(directory.resolve(label() + ".half"), address.toString());
            Files.move(half, file(directory), StandardCopyOption.REPLACE_EXISTING);
            System.out.printf("%s %s%n", label(), address);
        } catch (IOException e) {
            throw new StartupFailure(
                    "the sandbox %s can't start: %s".formatted(label(), e.getMessage()), e);
        }
    }

    /** The port of the last run, because a deployed stage calls that address. */
    private int port(Path directory) throws IOException {
        var file = file(directory);
        return Files.exists(file) ? URI.create(Files.readString(file).strip()).getPort() : 0;
    }

    private static void keep(ReceivedEvent event, Path file) {
        var line =
                StackJson.value(
                        Map.of(
                                "id", event.id(),
                                "type", event.type(),
                                "subject", event.subject(),
                                "receivedAt", event.receivedAt().toString(),
                                "data", event.data()));
        try {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.printf("event %s %s %s%n", event.type(), event.subject(), event.id());
    }
}
