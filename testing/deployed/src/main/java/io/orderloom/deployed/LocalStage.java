package io.orderloom.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The stage that {@code make deploy STAGE=local} has deployed, as described in the emulator's
 * directory.
 *
 * @param directory the emulator's
 */
record LocalStage(Path directory) {

    /** The address for the demo shop's webhooks. */
    URI webhooks() {
        return URI.create(text("../doors/local") + "/webhooks/demo-shop");
    }

    URI endpoint() {
        return URI.create(text("endpoint"));
    }

    URI erp() {
        return URI.create(text("erp.address"));
    }

    URI shop() {
        return URI.create(text("shop.address"));
    }

    long emulator() {
        return Long.parseLong(text("emulator.pid"));
    }

    /** The secrets that the stage was given. */
    JsonNode secrets() {
        return StackJson.parse(text("secrets.json").getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    String signingSecret() {
        return secrets()
                .path("channel-signing")
                .path("ORDERLOOM_CHANNEL_SECRETS")
                .path("demo-shop")
                .path(0)
                .asText();
    }

    String erpToken() {
        return secrets().path("erp").path("ERP_SANDBOX_TOKEN").asText();
    }

    String shopToken() {
        return secrets()
                .path("channel-api")
                .path("ORDERLOOM_CHANNEL_APIS")
                .path("demo-shop")
                .path("token")
                .asText();
    }

    /** The shop's refunds, from a file with one on each line. */
    List<JsonNode> refunds() {
        try {
            return Files.readAllLines(directory.resolve("refunds.jsonl")).stream()
                    .map(line -> StackJson.parse(line.getBytes(StandardCharsets.UTF_8)))
                    .flatMap(Optional::stream)
                    .filter(line -> line.has("refund"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String file) {
        try {
            return Files.readString(directory.resolve(file)).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "there is no %s: run 'make deploy STAGE=local' first"
                            .formatted(directory.resolve(file)),
                    e);
        }
    }
}
