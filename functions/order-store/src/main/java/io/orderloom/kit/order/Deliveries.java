package io.orderloom.kit.order;

import io.orderloom.core.Message;
import io.orderloom.core.PostingProfile;
import io.orderloom.core.Revision;
import io.orderloom.fact.Fact;
import io.orderloom.fact.Fact.OrderEdited;
import io.orderloom.fact.Fact.OrderPlaced;
import io.orderloom.kit.order.Delivery.Stated;
import io.orderloom.kit.order.IngestResult.As;
import io.orderloom.kit.order.Payloads.RawPayload;
import io.orderloom.order.Order;
import io.orderloom.order.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The one entrance for statements of outside systems. A payload is kept once for each order that it
 * speaks of; its facts are ingested; documents and personal data are kept beside the order's state.
 */
@ApplicationScoped
public class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    /** The time within which an order's first document usually comes. */
    private static final Duration USUALLY_TOLD_WITHIN = Duration.ofMinutes(1);

    private final Orders orders;
    private final Payloads payloads;

    Deliveries(Orders orders, Payloads payloads) {
        this.orders = orders;
        this.payloads = payloads;
    }

    /**
     * Returns what is to be sent now: the same messages again where the delivery came before.
     *
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     * @throws LogTampered if somebody changed an order's log; that is an open exception then
     */
    public List<Message> ingest(Delivery delivery) {
        var messages = new ArrayList<Message>();
        for (var stated : delivery.stated()) {
            var statement = stated.statement();
            var payload = payloads.raw(statement.order(), delivery.message());
            messages.addAll(
                    statement.facts().size() == 1
                                    && statement.facts().getFirst() instanceof OrderPlaced placed
                            ? placed(placed, payload, stated)
                            : stated(statement.facts(), payload, stated));
        }
        return List.copyOf(messages);
    }

    /** One write keeps all that comes with a placing, which is new but for rare repetitions. */
    private List<Message> placed(OrderPlaced fact, RawPayload payload, Stated stated) {
        var result = ingested(fact, ingest(fact, false, stated.profile()));
        switch (result.as()) {
            case NEW -> {
                if (result.erased()) {
                    payloads.keepWithoutPersonalData(fact.order());
                } else {
                    payload.keep(fact.order(), stated.statement().personalData());
                }
            }
            case REPEATED -> {
                keep(payload, result);
                payloads.keepMissing(fact.order(), stated.statement().personalData());
            }
            case KNOWN, CONTRADICTED, REFUSED -> keep(payload, result);
        }
        return result.news().map(news -> news(news, stated)).orElse(result.messages());
    }

    /** A payload of an order that is known to be erased is never written, even for a moment. */
    private static void keep(RawPayload payload, IngestResult result) {
        if (result.erased()) {
            payload.empty();
        } else {
            payload.keepUnlessErased();
        }
    }

    /** Ingests what the document of an order that was placed before says by now. */
    private List<Message> news(Fact fact, Stated stated) {
        var result = ingested(fact, orders.ingest(fact, stated.profile()));
        document(fact, result, stated.statement().personalData());
        return result.messages();
    }

    /**
     * The payload is kept before its first fact is ingested: the state that is read then tells of
     * an erasure, and an erasure that comes later finds the payload.
     */
    private List<Message> stated(List<Fact> facts, RawPayload payload, Stated stated) {
        payload.keep();
        var messages = new ArrayList<Message>();
        boolean erased = false;
        for (var fact : facts) {
            var result = ingested(fact, ingest(fact, facts.size() > 1, stated.profile()));
            document(fact, result, stated.statement().personalData());
            messages.addAll(result.messages());
            result.news().ifPresent(news -> messages.addAll(news(news, stated)));
            erased |= result.erased();
        }
        if (erased) {
            payload.empty();
        }
        return messages;
    }

    /**
     * A payload that states more than one fact is most likely not the first of its order, nor is
     * one that was changed long after the order was placed.
     */
    private IngestResult ingest(Fact fact, boolean oneOfSeveral, PostingProfile profile) {
        return oneOfSeveral || isOld(fact)
                ? orders.ingestAgain(fact, profile)
                : orders.ingest(fact, profile);
    }

    private static boolean isOld(Fact fact) {
        return fact instanceof OrderPlaced(_, Order document)
                && Revision.instant(document.sourceRevision())
                        .filter(document.placedAt().plus(USUALLY_TOLD_WITHIN)::isBefore)
                        .isPresent();
    }

    private void document(Fact fact, IngestResult result, PersonalData personalData) {
        boolean isNew = result.as() == As.NEW;
        if (!isNew && result.as() != As.REPEATED) {
            return;
        }
        switch (fact) {
            case OrderPlaced(_, Order document) when isNew && result.erased() ->
                    payloads.keepWithoutPersonalData(document);
            case OrderPlaced(_, Order document) when isNew ->
                    payloads.keepPlaced(document, personalData);
            case OrderPlaced(_, Order document) -> payloads.keepMissing(document, personalData);
            case OrderEdited(_, Order document) -> payloads.keepEdited(document);
            case Fact _ -> {
                // All that it states is in the order's log.
            }
        }
    }

    private static IngestResult ingested(Fact fact, IngestResult result) {
        LOG.infof(
                "order=%s fact=%s ingested=%s",
                fact.orderId(), fact.provenance().key().kind(), result.as());
        return result;
    }
}
