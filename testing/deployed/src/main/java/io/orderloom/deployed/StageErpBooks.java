package io.orderloom.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The documents that the sandbox ERP has booked, read from the ERP itself. */
final class StageErpBooks {
    private final HttpClient http;
    private final LocalStage stage;

    StageErpBooks(HttpClient http, LocalStage stage) {
        this.http = http;
        this.stage = stage;
    }

    /** A document of an order. */
    record Entry(String externalId, BigDecimal total, boolean cancelled) {
        boolean isOf(long order) {
            return externalId.startsWith("demo-shop:%d/".formatted(order));
        }
    }

    List<Entry> entries() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(stage.erp().resolve("/sales-orders"))
                        .header("authorization", "Bearer " + stage.erpToken())
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        var entries = new ArrayList<Entry>();
        for (var document : StackJson.parse(answer.body()).orElseThrow().path("documents")) {
            entries.add(entry(document));
        }
        return entries;
    }

    private static Entry entry(JsonNode document) {
        return new Entry(
                document.path("externalId").asText(),
                new BigDecimal(document.path("total").asText()),
                document.path("state").asText().equals("cancelled"));
    }
}
