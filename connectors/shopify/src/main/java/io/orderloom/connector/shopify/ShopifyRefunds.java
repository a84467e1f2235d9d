package io.orderloom.connector.shopify;

import io.orderloom.channel.Refunds;
import io.orderloom.connector.kit.json.InvalidPayload;
import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.connector.shopify.OrderRefunds.Refund;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.SourceInstance.Api;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Implements the refund port with Shopify: looks at existing refunds, then refunds what is still
 * owed.
 */
@ApplicationScoped
public class ShopifyRefunds implements Refunds {
    private final ShopifyAdminClient client;

    ShopifyRefunds(ShopifyAdminClient client) {
        this.client = client;
    }

    @Override
    public String connector() {
        return ShopifySource.NAME;
    }

    @Override
    public RefundAnswer refund(SourceInstance settings, RefundRequest request) {
        return settings.api()
                .map(api -> refund(api, request))
                .orElseGet(() ->
                        new Failed(
                                new Fault.Rejected(
                                        "api_not_configured",
                                        "api",
                                        "ORDERLOOM_CHANNELS names no api for '%s'"
                                                .formatted(settings.name()))));
    }

    private RefundAnswer refund(Api api, RefundRequest request) {
        return switch (decide(api, request)) {
            case RefundDecision.End end -> answer(request, end);
            case RefundDecision.Give give -> give(api, request, give);
        };
    }

    private RefundDecision decide(Api api, RefundRequest request) {
        return switch (client.read(api, RefundDocuments.LOOK, RefundDocuments.look(request))) {
            case AdminReply.Missed(var fault) -> new RefundDecision.Stop(fault);
            case AdminReply.Given(var data) -> decide(data.at("order"), request);
        };
    }

    private static RefundDecision decide(JsonField order, RefundRequest request) {
        if (!order.present()) {
            return new RefundDecision.Stop(
                    new Fault.Rejected(
                            "unknown_order",
                            request.order().channelOrderId(),
                            "the shop knows no order " + request.order().channelOrderId()));
        }
        try {
            var currency = request.amount().transaction().currency();
            return ofCancelled(
                    order, RefundDecision.of(OrderRefunds.read(order, currency), request));
        } catch (InvalidPayload unfit) {
            return new RefundDecision.Stop(new Fault.Invalid(unfit.path(), unfit.reason()));
        }
    }

    /**
     * A webhook may be wrong, so no money is refunded for an order that the shop does not show as
     * cancelled.
     */
    private static RefundDecision ofCancelled(JsonField order, RefundDecision decision) {
        return decision instanceof RefundDecision.Give && !order.at("cancelledAt").present()
                ? new RefundDecision.Stop(
                        new Fault.Rejected(
                                "order_not_cancelled",
                                "cancelledAt",
                                "the shop does not show the order as cancelled; cancel it there,"
                                        + " then ask for the refund again"))
                : decision;
    }

    private RefundAnswer give(Api api, RefundRequest request, RefundDecision.Give give) {
        var variables = RefundDocuments.give(request, give);
        return switch (client.write(api, RefundDocuments.GIVE, variables)) {
            case AdminReply.Missed(var fault) -> new Failed(fault);
            case AdminReply.Given(var data) -> {
                var created = data.at("refundCreate");
                var refused = created.at("userErrors").elements().findFirst();
                yield refused.isPresent()
                        ? refused(api, request, refused.get())
                        : given(request, created.at("refund"));
            }
        };
    }

    private static RefundAnswer given(RefundRequest request, JsonField created) {
        try {
            var currency = request.amount().transaction().currency();
            return answer(request, RefundDecision.of(OrderRefunds.refund(created, currency)));
        } catch (InvalidPayload unfit) {
            return new Failed(
                    new Fault.InDoubt(
                            "refundCreate was answered, but %s %s"
                                    .formatted(unfit.path(), unfit.reason())));
        }
    }

    /**
     * Looks once more, because an attempt whose answer was lost may have been carried out since.
     */
    private RefundAnswer refused(Api api, RefundRequest request, JsonField error) {
        if (decide(api, request) instanceof RefundDecision.Adopt(var refund)) {
            return settled(request, refund);
        }
        var field = path(error.at("field"));
        return new Failed(
                new Fault.Rejected(
                        "refund_refused",
                        field,
                        "%s: %s".formatted(field, error.at("message").text().orElse(""))));
    }

    private static String path(JsonField field) {
        return field.present() && field.json().isArray() && !field.json().isEmpty()
                ? String.join(".", field.json().valueStream().map(name -> name.asText()).toList())
                : "refund";
    }

    private static RefundAnswer answer(RefundRequest request, RefundDecision.End end) {
        return switch (end) {
            case RefundDecision.Adopt(var refund) -> settled(request, refund);
            case RefundDecision.Await(var refund) ->
                    new Pending(refund.reference(), refund.pending());
            case RefundDecision.Stop(var fault) -> new Failed(fault);
        };
    }

    /**
     * The amount in the shop's own currency follows the order's exchange rate, as the order's
     * totals do.
     */
    private static RefundAnswer settled(RefundRequest request, Refund refund) {
        var owed = request.amount();
        var given = refund.settled();
        return new Settled(
                refund.reference(),
                new Amount(given, given.inProportion(owed.transaction(), owed.settlement())));
    }
}
