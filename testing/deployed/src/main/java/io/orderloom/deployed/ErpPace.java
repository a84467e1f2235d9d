package io.orderloom.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sets how slow the sandbox ERP is, and reads how many calls it had at once. */
final class ErpPace {
    private final HttpClient http;
    private final LocalStage stage;

    ErpPace(HttpClient http, LocalStage stage) {
        this.http = http;
        this.stage = stage;
    }

    /** Makes each call take this long from now on. */
    void slow(Duration each) throws IOException, InterruptedException {
        var body = StackJson.object().put("milliseconds", each.toMillis()).toString();
        call("POST", BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    /** The most calls at once since it was made slow. */
    int mostAtOnce() throws IOException, InterruptedException {
        return call("GET", BodyPublishers.noBody()).path("mostAtOnce").asInt();
    }

    private JsonNode call(String method, BodyPublisher body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(stage.erp().resolve("/sandbox/load"))
                        .header("authorization", "Bearer " + stage.erpToken())
                        .method(method, body)
                        .build();
        return StackJson.parse(http.send(request, BodyHandlers.ofByteArray()).body()).orElseThrow();
    }
}
