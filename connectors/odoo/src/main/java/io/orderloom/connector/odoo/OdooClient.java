package io.orderloom.connector.odoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds credentials and interprets answers; knows nothing of orders. */
final class OdooClient {
    /** Amounts come as JSON numbers and are read as the decimals that they are written as. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final OdooSettings settings;
    private final OdooLink link;
    private volatile @Nullable OdooApi api;

    OdooClient(OdooSettings settings, OdooLink link) {
        this.settings = settings;
        this.link = link;
    }

    CallResult<JsonNode> call(Call call) {
        try (var response =
                api().call(
                                "bearer " + settings.apiKey(),
                                settings.database().orElse(null),
                                call.model(),
                                call.method(),
                                body(call))) {
            return answer(call, response);
        } catch (ProcessingException lost) {
            return CallResult.missed(OdooFaults.lost(call, lost));
        }
    }

    private static CallResult<JsonNode> answer(Call call, Response response) {
        int status = response.getStatus();
        var body = parse(response.readEntity(String.class));
        if (status != Response.Status.OK.getStatusCode()) {
            var retryAfter = Optional.ofNullable(response.getHeaderString("Retry-After"));
            return CallResult.missed(OdooFaults.of(call, status, retryAfter, body));
        }
        return body.map(CallResult::given)
                .orElseGet(() -> CallResult.missed(OdooFaults.unanswered(call)));
    }

    private static Optional<JsonNode> parse(@Nullable String body) {
        try {
            return Optional.ofNullable(body).filter(b -> !b.isBlank()).map(OdooClient::read);
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }

    private String body(Call call) {
        var context = new HashMap<>(call.context());
        context.put("lang", "en_US");
        context.put("tz", "UTC");
        settings.company().ifPresent(id -> context.put("allowed_company_ids", List.of(id)));
        var arguments = new HashMap<>(call.arguments());
        arguments.put("context", context);
        return json(arguments);
    }

    static String json(Map<String, Object> value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private OdooApi api() {
        var made = api;
        if (made == null) {
            made = link.to(settings);
            api = made;
        }
        return made;
    }
}
