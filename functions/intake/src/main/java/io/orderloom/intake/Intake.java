package io.orderloom.intake;

import io.orderloom.kit.config.Adapters;
import io.orderloom.kit.config.ChannelInstance;
import io.orderloom.kit.config.Channels;
import io.orderloom.kit.config.OutOfForce;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.telemetry.LogContext;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.source.Payload;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.WebhookOutcome.Accepted;
import io.orderloom.source.WebhookOutcome.Refused;
import io.orderloom.source.WebhookSource;
import io.orderloom.source.WebhookSource.Stranger;
import io.orderloom.topology.Metric;
import io.orderloom.topology.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Checks a webhook before it is accepted, the cheapest checks first. */
@ApplicationScoped
class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final int LONGEST_NAME = 64;
    private static final String TOO_LARGE = "Body too large";
    private static final String CORRELATION_ID = "x-correlation-id";
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private final Channels channels;
    private final Adapters adapters;
    private final InboundQueue inbound;
    private final Metrics metrics;
    private final InstantSource clock;
    private final int largest;

    Intake(
            Channels channels,
            Adapters adapters,
            InboundQueue inbound,
            Metrics metrics,
            InstantSource clock,
            IntakeSettings settings) {
        this.channels = channels;
        this.adapters = adapters;
        this.inbound = inbound;
        this.metrics = metrics;
        this.clock = clock;
        this.largest = settings.largestBody();
    }

    HttpAnswer take(HttpEvent event) {
        var now = clock.instant();
        var trail =
                new MessageContext(
                        correlationId(event), Optional.of(now), MessageContext.invocationTrace());
        try (var _ = LogContext.of(trail)) {
            return measured(event, now, trail);
        }
    }

    private HttpAnswer measured(HttpEvent event, Instant now, MessageContext trail) {
        try {
            return take(event, now, trail);
        } catch (OutOfForce settings) {
            LOG.errorf(
                    "a webhook was refused, because settings can't be used: %s",
                    settings.getMessage());
            return outOfForce();
        } catch (RuntimeException bug) {
            metrics.failed();
            LOG.error("a webhook was not taken in because of a bug", bug);
            throw bug;
        } finally {
            metrics.flush();
        }
    }

    private HttpAnswer take(HttpEvent event, Instant now, MessageContext trail) {
        if (!event.routed()) {
            return refused(
                    Refusal.UNKNOWN_INSTANCE,
                    HttpAnswer.problem(
                            405,
                            "Method not allowed",
                            "method",
                            "webhooks are taken by %s alone".formatted(Route.METHOD),
                            Map.of("allow", Route.METHOD)));
        }
        var name = event.channelInstance();
        return channels.find(name)
                .map(instance -> take(instance, event, now, trail))
                .orElseGet(() ->
                        refused(
                                Refusal.UNKNOWN_INSTANCE,
                                HttpAnswer.problem(
                                        404,
                                        "Unknown channel instance",
                                        "channelInstance",
                                        "no channel instance '%s' is configured"
                                                .formatted(cut(name)))));
    }

    private HttpAnswer take(
            ChannelInstance instance, HttpEvent event, Instant now, MessageContext trail) {
        // Before it is decoded: a body that is rejected must not take memory twice.
        if (event.leastBytes() > largest) {
            return tooLarge(event.leastBytes());
        }
        var body = event.bytes();
        if (body.length > largest) {
            return tooLarge(body.length);
        }
        var settings = instance.settings();
        LogContext.tenancy(settings.tenancy());
        return adapters.webhooks(settings.connector())
                .map(source -> take(settings, source, event, body, now, trail))
                .orElseGet(() ->
                        refused(
                                Refusal.UNKNOWN_INSTANCE,
                                HttpAnswer.problem(
                                        404,
                                        "No webhooks",
                                        "channelInstance",
                                        "'%s' is asked for what is new and takes no webhooks"
                                                .formatted(settings.name()))));
    }

    private HttpAnswer take(
            SourceInstance instance,
            WebhookSource source,
            HttpEvent event,
            byte[] body,
            Instant now,
            MessageContext trail) {
        var contentType = event.header("content-type").orElse("");
        if (!source.accepts(contentType)) {
            return refused(
                    source,
                    Refusal.CONTENT_TYPE,
                    problem(
                            415,
                            "Content type not read",
                            "content-type",
                            "'%s' does not read bodies of type '%s'"
                                    .formatted(instance.name(), cut(contentType))));
        }
        var payload = Payload.of(event.headers(), body, now);
        if (!source.authentic(payload, instance.secrets())) {
            LOG.warnf("%s: a webhook was not signed with an active secret", instance.name());
            return refused(
                    source,
                    Refusal.SIGNATURE,
                    problem(
                            401,
                            "Signature refused",
                            "signature",
                            "the signature does not fit the body and an active secret of '%s'"
                                    .formatted(instance.name())));
        }
        var stranger = source.stranger(instance, payload);
        if (stranger.isPresent()) {
            return ofAnotherShop(instance, source, stranger.get());
        }
        return source.malformed(payload)
                .map(flaw ->
                        refused(
                                source,
                                Refusal.MALFORMED,
                                problem(400, flaw.title(), flaw.path(), flaw.toString())))
                .orElseGet(() -> enqueue(instance, source, payload, trail));
    }

    private static Refused problem(int status, String title, String field, String detail) {
        return new Refused(status, title, field, detail, Map.of());
    }

    /**
     * Answers 5xx because the mistake is ours: after a 4xx, a platform may drop the webhook or the
     * subscription.
     */
    private static HttpAnswer outOfForce() {
        return HttpAnswer.problem(
                503,
                "Not taken",
                "channelInstance",
                "the instance is out of force for now; send the webhook again",
                Map.of("retry-after", "60"));
    }

    /** The signature is valid although the webhook is another shop's: the shops share a secret. */
    private HttpAnswer ofAnotherShop(
            SourceInstance instance, WebhookSource source, Stranger stranger) {
        LOG.warnf(
                "%s: a webhook of another shop was refused: %s: %s",
                instance.name(), stranger.header(), stranger.detail());
        return refused(
                source,
                Refusal.SHOP,
                problem(403, "Another shop", stranger.header(), stranger.detail()));
    }

    private HttpAnswer enqueue(
            SourceInstance instance, WebhookSource source, Payload received, MessageContext trail) {
        // From here on the payload holds no card number, and no hash of a body that held one: the
        // masked digits could be guessed from that.
        var free = source.cardFree(received);
        var payload = free.payload();
        var deliveryId = source.deliveryId(payload);
        var message =
                InboundMessage.of(
                                instance.name(),
                                deliveryId,
                                trail.correlationId(),
                                payload,
                                kept(source, payload))
                        .withCardNumbersAt(free.places());
        return switch (inbound.send(message, trail)) {
            case TAKEN -> {
                masked(instance, deliveryId, free.places());
                yield accepted(instance, source, deliveryId, payload, trail);
            }
            case TOO_LARGE ->
                    refused(
                            source,
                            Refusal.TOO_LARGE,
                            problem(
                                    413,
                                    TOO_LARGE,
                                    "body",
                                    "compressed it is still more than a queue message can hold"));
            case UNREACHABLE ->
                    refused(
                            source,
                            Refusal.QUEUE,
                            new Refused(
                                    503,
                                    "Not taken",
                                    "queue",
                                    "the webhook could not be stored; send it again",
                                    Map.of("retry-after", "5")));
        };
    }

    private void masked(SourceInstance instance, String deliveryId, List<String> places) {
        if (!places.isEmpty()) {
            metrics.add(Metric.CARD_NUMBERS_FOUND, instance.name(), places.size());
            LOG.warnf(
                    "%s: delivery %s held numbers of payment cards in %d places, which are masked",
                    instance.name(), deliveryId, places.size());
        }
    }

    private HttpAnswer accepted(
            SourceInstance instance,
            WebhookSource source,
            String deliveryId,
            Payload payload,
            MessageContext trail) {
        metrics.took(
                Metric.ACCEPTANCE_LATENCY, Duration.between(payload.receivedAt(), clock.instant()));
        metrics.add(Metric.WEBHOOKS_TAKEN, instance.name(), 1, instance.tenancy());
        LOG.infof("%s: delivery %s was taken in", instance.name(), deliveryId);
        var accepted = new Accepted(deliveryId, trail.correlationId());
        return source.answer(accepted)
                .map(HttpAnswer::of)
                .orElseGet(() ->
                        HttpAnswer.accepted(
                                new HttpAnswer.Receipt(deliveryId, trail.correlationId())));
    }

    private static Map<String, String> kept(WebhookSource source, Payload payload) {
        return source.headersToKeep().stream()
                .filter(name -> payload.header(name).isPresent())
                .collect(Collectors.toMap(n -> n, n -> payload.header(n).orElseThrow()));
    }

    /** A body of this size is refused before it is looked at, so its source is not asked. */
    private HttpAnswer tooLarge(long bytes) {
        return refused(
                Refusal.TOO_LARGE,
                HttpAnswer.problem(
                        413,
                        TOO_LARGE,
                        "body",
                        "%d bytes are more than the %d that are taken".formatted(bytes, largest)));
    }

    private HttpAnswer refused(WebhookSource source, Refusal why, Refused outcome) {
        return refused(
                why,
                source.answer(outcome)
                        .map(HttpAnswer::of)
                        .orElseGet(() ->
                                HttpAnswer.problem(
                                        outcome.status(),
                                        outcome.title(),
                                        outcome.field(),
                                        outcome.detail(),
                                        outcome.headers())));
    }

    private HttpAnswer refused(Refusal why, HttpAnswer answer) {
        metrics.add(Metric.WEBHOOKS_REFUSED, why.label(), 1);
        return answer;
    }

    /** Shortens an unknown sender's text before it is repeated. */
    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    private static String correlationId(HttpEvent event) {
        return event.header(CORRELATION_ID)
                .filter(id -> SAFE_ID.matcher(id).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
