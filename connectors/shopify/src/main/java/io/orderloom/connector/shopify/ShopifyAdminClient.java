package io.orderloom.connector.shopify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.connector.kit.http.LostCalls;
import io.orderloom.connector.shopify.AdminReply.Missed;
import io.orderloom.fault.Fault;
import io.orderloom.fault.RetryAfter;
import io.orderloom.source.SourceInstance.Api;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Adds credentials and interprets answers; knows nothing of orders. */
@ApplicationScoped
class ShopifyAdminClient {
    private final ShopifyAdminLink link;
    private final Map<String, ShopifyAdminApi> shops = new ConcurrentHashMap<>();

    ShopifyAdminClient(ShopifyAdminLink link) {
        this.link = link;
    }

    /** Sends a request that changes nothing, so that a lost answer does no harm. */
    AdminReply read(Api api, String document, ObjectNode variables) {
        return ask(api, document, variables, false);
    }

    /**
     * Sends a request for a change: if the answer is lost, it is in doubt whether the change was
     * made.
     */
    AdminReply write(Api api, String document, ObjectNode variables) {
        return ask(api, document, variables, true);
    }

    private AdminReply ask(Api api, String document, ObjectNode variables, boolean writes) {
        var request = JsonNodeFactory.instance.objectNode().put("query", document);
        request.set("variables", variables);
        try (var response = shop(api).ask(api.token(), request.toString())) {
            return AdminReply.of(
                    response.getStatus(),
                    Optional.ofNullable(response.getHeaderString("Retry-After"))
                            .flatMap(after -> RetryAfter.of(after, Instant.now())),
                    response.readEntity(String.class),
                    writes);
        } catch (ProcessingException lost) {
            return new Missed(lost(lost, writes));
        }
    }

    /**
     * A request that was never sent can be sent again. One that was sent and not answered is in
     * doubt if it was to change something.
     */
    private static Fault lost(ProcessingException lost, boolean writes) {
        if (LostCalls.neverSent(lost)) {
            return new Fault.Transient("no connection to the shop");
        }
        var detail = "no answer from the shop";
        return writes ? new Fault.InDoubt(detail) : new Fault.Transient(detail);
    }

    private ShopifyAdminApi shop(Api api) {
        return shops.computeIfAbsent(api.url(), link::to);
    }
}
