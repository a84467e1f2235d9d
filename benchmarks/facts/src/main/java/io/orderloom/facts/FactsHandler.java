package io.orderloom.facts;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.fact.Fact;
import io.orderloom.kit.config.Channels;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.Deliveries;
import io.orderloom.kit.order.Delivery;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.order.PersonalData;
import io.orderloom.topology.Queue;
import io.quarkus.arc.Arc;
import io.quarkus.funqy.lambda.FunqyStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A handler for normalize that also ingests canonical facts: a message of the inbound queue whose
 * payload is a fact is ingested and stored as it is, with the same consequences as in normalize.
 * All other messages go to normalize itself.
 */
public final class FactsHandler {
    private static final ObjectMapper EVENTS =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final FunqyStreamHandler normalize = new FunqyStreamHandler();

    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        var bytes = in.readAllBytes();
        var event = EVENTS.readValue(bytes, QueueEvent.class);
        if (event.records().isEmpty() || !event.records().stream().allMatch(FactsHandler::fact)) {
            normalize.handleRequest(new ByteArrayInputStream(bytes), out, context);
            return;
        }
        var answer =
                bean(QueueConsumer.class)
                        .consume(Queue.INBOUND, event, record -> ingest(message(record)));
        out.write(EVENTS.writeValueAsBytes(answer));
    }

    private static Handled ingest(InboundMessage message) {
        var fact = Json.read(message.webhook().bytes(), Fact.class);
        var profile = bean(Channels.class).get(message.channelInstance()).profile();
        return new Handled.Done(
                bean(Deliveries.class)
                        .ingest(new Delivery(message, profile, List.of(fact), PersonalData.NONE)));
    }

    /** Whether the payload is a fact. No channel's payload has this property. */
    private static boolean fact(QueueEvent.QueueRecord record) {
        try {
            return EVENTS.readTree(message(record).webhook().bytes()).hasNonNull("fact");
        } catch (IOException noJson) {
            return false;
        }
    }

    private static InboundMessage message(QueueEvent.QueueRecord record) {
        return Json.read(record.body(), InboundMessage.class);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
