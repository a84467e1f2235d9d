package io.orderloom.connector.shopify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.channel.ChannelSettings.Api;
import io.orderloom.connector.kit.http.LostCalls;
import io.orderloom.connector.shopify.AdminReply.Missed;
import io.orderloom.fault.Fault;
import io.orderloom.fault.RetryAfter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Credentials, and what an answer means; knows no order. */
@ApplicationScoped
class ShopifyAdminClient {
    private final ShopifyAdminLink link;
    private final Map<String, ShopifyAdminApi> shops = new ConcurrentHashMap<>();

    ShopifyAdminClient(ShopifyAdminLink link) {
        this.link = link;
    }

    /** Asks without changing anything: a lost answer is nothing worse than no answer. */
    AdminReply read(Api api, String document, ObjectNode variables) {
        return ask(api, document, variables, false);
    }

    /** Asks for a change: whether it was made is in doubt when the answer is lost. */
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

    /** What was never sent can be sent again; what was sent and not answered is in doubt. */
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
