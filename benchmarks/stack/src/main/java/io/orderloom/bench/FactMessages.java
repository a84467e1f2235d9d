package io.orderloom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.ChannelOption;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.topology.Function;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Facts as messages of the inbound queue, as intake would send them, of an instance whose source
 * reads canonical facts ({@code testing/facts}): no connector reads those of a warehouse yet.
 *
 * @param instance that states them
 * @param receivedAt an instant in ISO 8601
 */
public record FactMessages(String instance, String receivedAt) {
    /** The package of normalize that reads canonical facts, too; it always runs on the JVM. */
    private static final Path READER = Path.of("testing", "facts", "target", "function.zip");

    /**
     * @throws StartupFailure if that package was not built
     */
    public static Path reader(Path root) {
        var reader = root.resolve(READER);
        if (!Files.exists(reader)) {
            throw new StartupFailure("%s is missing: run make build".formatted(reader));
        }
        return reader;
    }

    /** An instance that states facts. Only normalize reads what it sends. */
    public static ChannelOption channel(String name, String role) {
        return new ChannelOption(
                name,
                "facts",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(role),
                Set.of(Function.NORMALIZE));
    }

    public String of(String deliveryId, String correlationId, JsonNode fact) {
        var message =
                StackJson.object()
                        .put("channelInstance", instance)
                        .put("deliveryId", deliveryId)
                        .put("correlationId", correlationId)
                        .put("receivedAt", receivedAt);
        message.putObject("headers");
        message.put("payload", Base64.getEncoder().encodeToString(gzip(StackJson.bytes(fact))));
        return new String(StackJson.bytes(message), StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
