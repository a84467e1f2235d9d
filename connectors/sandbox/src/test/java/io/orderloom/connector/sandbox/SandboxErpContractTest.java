package io.orderloom.connector.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.connector.contract.ErpContract;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpConnector;
import io.orderloom.erp.ErpInstance;
import io.orderloom.erp.ExternalId;
import io.orderloom.order.OrderId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@QuarkusTest
@QuarkusTestResource(SandboxServer.class)
class SandboxErpContractTest extends ErpContract {
    @Inject SandboxConnector connector;

    @Inject
    @ConfigProperty(name = "erp.sandbox.url")
    URI address;

    @Override
    protected ErpConnector connector() {
        return connector;
    }

    @Override
    protected Erp erp() {
        var settings = Map.of("url", address.toString(), "token", SandboxServer.TOKEN);
        return connector.open(
                new ErpInstance("books", name -> Optional.ofNullable(settings.get(name))));
    }

    @Override
    protected long documents(OrderId order) {
        return documentsOf(order).size();
    }

    @Override
    protected LocalDate postingDate(OrderId order) {
        return LocalDate.parse(documentsOf(order).path(0).path("postingDate").asText());
    }

    @Override
    protected long lines(OrderId order) {
        long lines = 0;
        for (var document : documentsOf(order)) {
            lines += document.path("lines").size();
        }
        return lines;
    }

    /** Reads the documents from the server directly, without the adapter. */
    private JsonNode documentsOf(OrderId order) {
        var id = ExternalId.salesOrder(order).value();
        var question = "/sales-orders?externalId=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(address.resolve(question))
                            .header("authorization", "Bearer " + SandboxServer.TOKEN)
                            .build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            return new ObjectMapper().readTree(answer.body()).path("documents");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
