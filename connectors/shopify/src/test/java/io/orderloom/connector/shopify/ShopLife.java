package io.orderloom.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.Decision;
import io.orderloom.core.Due;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.PostingProfile;
import io.orderloom.core.PostingProfile.PostWhen;
import io.orderloom.core.PostingProfile.Refunds;
import io.orderloom.core.PostingProfile.TestOrders;
import io.orderloom.core.Restated;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.money.Ledger;
import io.orderloom.source.Source.Translation;
import io.orderloom.task.TaskKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One order of the shop, told by bodies one after the other, as the order store takes them in: a
 * fact that came before changes nothing, and a document that comes again is searched for news.
 */
final class ShopLife {
    static final PostingProfile PROFILE =
            new PostingProfile(
                    Ledger.SETTLEMENT,
                    TestOrders.NOT_BOOKED,
                    Optional.empty(),
                    Optional.of(PostWhen.PAID_OR_AUTHORIZED),
                    Optional.of(Refunds.AS_THE_CHANNEL_DID));

    private final Set<FactKey> ingested = new HashSet<>();
    private final List<String> kinds = new ArrayList<>();
    private Optional<OrderState> state = Optional.empty();

    static ShopLife of(List<byte[]> bodies) {
        var life = new ShopLife();
        bodies.forEach(life::told);
        return life;
    }

    ShopLife told(byte[] body) {
        switch (Webhooks.translate("orders/updated", body)) {
            case Translation.Stated(var statements) ->
                    statements.forEach(statement -> statement.facts().forEach(this::ingest));
            case Translation.Silent() -> {}
            case Translation other -> throw new AssertionError(other);
        }
        return this;
    }

    private void ingest(Fact fact) {
        if (ingested.contains(fact.provenance().key())) {
            if (fact instanceof Fact.OrderPlaced again && order().isPresent()) {
                Restated.of(order().get(), again)
                        .filter(news -> !ingested.contains(news.provenance().key()))
                        .ifPresent(this::apply);
            }
            return;
        }
        apply(fact);
    }

    private void apply(Fact fact) {
        var before = state.orElseGet(() -> OrderState.unheardOf(fact.orderId()));
        var decision = OrderCore.decide(before, fact, PROFILE);
        assertThat(decision).isInstanceOf(Decision.Apply.class);
        state = Optional.of(OrderCore.evolve(before, ((Decision.Apply) decision).changeSet()));
        ingested.add(fact.provenance().key());
        kinds.add(fact.provenance().key().kind());
    }

    /** The kinds of the facts that were new, in the order of their arrival. */
    List<String> kinds() {
        return List.copyOf(kinds);
    }

    private Optional<Placed> order() {
        return state.filter(Placed.class::isInstance).map(Placed.class::cast);
    }

    Placed placed() {
        return order().orElseThrow();
    }

    /** Says on one line how units and money of the order stand, as books would show them. */
    String books() {
        var order = placed();
        var units =
                order.quantities().stream()
                        .filter(line -> !line.ordered().isZero())
                        .map(line -> Objects.toString(line.ordered()))
                        .collect(Collectors.joining("+"));
        var due = Due.of(order, TaskKind.REFUND).isPresent() ? ", refund " + order.refundDue() : "";
        return "%s of %s, taken %s, back %s, %s%s%s"
                .formatted(
                        units,
                        order.total().settlement(),
                        order.taken().settlement(),
                        order.givenBack().settlement(),
                        order.held() ? "held" : "free",
                        order.cancellation().isPresent() ? ", cancelled" : "",
                        due);
    }
}
