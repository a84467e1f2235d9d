package io.orderloom.embedded.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.topology.LogCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Stands in for the state machine that checks all logs page by page, and for the bucket in which it
 * keeps their heads.
 */
public final class LogChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LambdaHost functions;
    private final Path anchors;
    private final InstantSource clock;

    /**
     * @param anchors the directory that takes the bucket's place
     */
    public LogChecks(LambdaHost functions, Path anchors, InstantSource clock) {
        this.functions = functions;
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * Checks all logs now, and keeps their heads.
     *
     * @return the directory below which this run's heads are
     * @throws IllegalStateException if a call failed
     */
    public Path run() throws InterruptedException {
        var kept = anchors.resolve(clock.instant().toString().replace(':', '-'));
        try {
            Files.createDirectories(kept);
            var state = JSON.readTree(LogCheck.INPUT).path("logs");
            while (state.has("next")) {
                state = look(state.path("next"));
                Files.writeString(
                        kept.resolve(state.path("page").asText() + LogCheck.ENDING),
                        state.path("heads").asText(),
                        StandardOpenOption.CREATE_NEW);
            }
            return kept;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private JsonNode look(JsonNode place) throws IOException, InterruptedException {
        var outcome = functions.invoke(LogCheck.FUNCTION, event(place), PATIENCE);
        if (outcome instanceof InvocationOutcome.Answered(var body)) {
            return JSON.readTree(body).path("logs");
        }
        throw new IllegalStateException(LogCheck.NAME + " " + outcome.summary());
    }

    private static byte[] event(JsonNode place) throws JsonProcessingException {
        return JSON.writeValueAsBytes(JSON.createObjectNode().set("logs", place));
    }
}
