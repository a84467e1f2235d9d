package io.orderloom.corpus;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.orderloom.core.PostingProfile;
import io.orderloom.core.PostingProfile.PostWhen;
import io.orderloom.core.PostingProfile.Refunds;
import io.orderloom.core.PostingProfile.TestOrders;
import io.orderloom.fault.Fault;
import io.orderloom.money.Ledger;
import io.orderloom.reference.References;
import io.orderloom.source.Payload;
import io.orderloom.source.Source;
import io.orderloom.source.Source.Translation;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.WebhookSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a payload the way that it would take through intake and normalize, up to the order core,
 * but for its signature.
 */
record PayloadTrial(PlatformReader reader, Instant now) {
    private static final String CORRELATION = "corpus";

    /** The words with which a source reports a mistake of its own. */
    private static final String OWN_MISTAKE = "the connector failed on it";

    static final PostingProfile PROFILE =
            new PostingProfile(
                    Ledger.SETTLEMENT,
                    TestOrders.NOT_BOOKED,
                    Optional.empty(),
                    Optional.of(PostWhen.PAID_OR_AUTHORIZED),
                    Optional.of(Refunds.AS_THE_CHANNEL_DID));

    /**
     * Never throws, whatever the payload is.
     *
     * @param topic of the file
     */
    PayloadFate fate(String topic, Enclosed enclosed) {
        try {
            var sent = sent(topic, enclosed);
            return reader.source() instanceof WebhookSource door
                    ? atTheDoor(door, sent)
                    : translated(sent);
        } catch (RuntimeException | StackOverflowError bug) {
            return PayloadFate.Unnamed.of(bug);
        }
    }

    private Payload sent(String topic, Enclosed enclosed) {
        var headers = new HashMap<>(reader.headers(topic, enclosed.label()));
        headers.putAll(enclosed.headers());
        return new Payload(headers, enclosed.body(), now);
    }

    private PayloadFate atTheDoor(WebhookSource door, Payload sent) {
        var malformed = door.malformed(sent);
        if (malformed.isPresent()) {
            var flaw = malformed.get();
            return new PayloadFate.Refused(
                    RefusalCause.FORMAT, RefusalReason.of(flaw.path(), flaw.reason()));
        }
        var free = door.cardFree(sent).payload();
        var kept = new HashMap<>(free.headers());
        kept.keySet().retainAll(Set.copyOf(door.headersToKeep()));
        return translated(new Payload(kept, free.body(), free.receivedAt()));
    }

    private PayloadFate translated(Payload payload) {
        var translation = translation(payload);
        return translation.equals(translation(payload))
                ? fate(payload, translation)
                : new PayloadFate.Mismatched("a second translation says something else");
    }

    private Translation translation(Payload payload) {
        return reader.source()
                .translate(instance(reader.source()), payload, References.none(), CORRELATION);
    }

    private PayloadFate fate(Payload payload, Translation translation) {
        return switch (translation) {
            case Translation.Unreadable(var fault) -> unreadable(fault);
            case Translation.Unread(var topic) -> unread(topic);
            case Translation.Silent _ -> new PayloadFate.Accepted(false);
            case Translation.Described _ -> new PayloadFate.Accepted(true);
            case Translation.Stated(var statements) -> {
                var body = CorpusJson.tree(payload.bytes()).orElse(MissingNode.getInstance());
                var wrong =
                        statements.stream()
                                .flatMap(statement -> statement.facts().stream())
                                .flatMap(fact -> reader.amounts(fact, body).stream())
                                .filter(StatedAmount::differs)
                                .findFirst();
                var decided = CoreTrial.of(statements);
                yield decided.isAccepted() && wrong.isPresent()
                        ? new PayloadFate.Mismatched(wrong.get().toString())
                        : decided.fate();
            }
        };
    }

    private static PayloadFate unreadable(Fault.Invalid fault) {
        return fault.detail().contains(OWN_MISTAKE)
                ? new PayloadFate.Unnamed(fault.detail())
                : new PayloadFate.Refused(
                        RefusalCause.of(fault), RefusalReason.of(fault.path(), fault.detail()));
    }

    private PayloadFate unread(String topic) {
        return reader.reads(topic)
                ? new PayloadFate.Refused(
                        RefusalCause.FORMAT, "body: is not what %s sends".formatted(topic))
                : new PayloadFate.Refused(
                        RefusalCause.TOPIC, "topic %s is not read".formatted(topic));
    }

    private static SourceInstance instance(Source source) {
        return SourceInstance.of(
                "corpus",
                source.name(),
                source.role(),
                List.of(),
                ZoneOffset.UTC,
                Optional.empty());
    }
}
