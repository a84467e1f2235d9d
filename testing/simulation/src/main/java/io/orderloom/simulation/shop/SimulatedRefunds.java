package io.orderloom.simulation.shop;

import io.orderloom.channel.Refunds;
import io.orderloom.fault.Fault;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.source.SourceInstance;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Refunds at a shop that carries out the same request any number of times, so that the adapter
 * looks first and then refunds.
 */
public final class SimulatedRefunds implements Refunds {
    /** The shop's code for a payment that it does not refund. */
    public static final String REFUSAL = "refund_refused";

    private static final Duration RETRY_AFTER = Duration.ofSeconds(4);

    private final PaymentBook till;
    private final Boundaries boundaries;
    private final Supplier<RefundTrouble> trouble;
    private final Supplier<Duration> unseenFor;
    private final Supplier<Optional<Fault>> closed;

    /**
     * @param trouble called once for each request
     * @param unseenFor how long a refund that is seen late stays hidden
     * @param closed the fault with which the shop rejects every call at the moment, or empty
     */
    public SimulatedRefunds(
            PaymentBook till,
            Boundaries boundaries,
            Supplier<RefundTrouble> trouble,
            Supplier<Duration> unseenFor,
            Supplier<Optional<Fault>> closed) {
        this.till = till;
        this.boundaries = boundaries;
        this.trouble = trouble;
        this.unseenFor = unseenFor;
        this.closed = closed;
    }

    @Override
    public String connector() {
        return "shopify";
    }

    @Override
    public RefundAnswer refund(SourceInstance settings, RefundRequest request) {
        var refusal = closed.get();
        if (refusal.isPresent()) {
            return boundaries.cross(
                    Boundary.REFUND,
                    () -> "ask for " + request.key() + " [" + refusal.get().detail() + "]",
                    () -> new Failed(refusal.get()));
        }
        Optional<PaymentBook.Given> before =
                boundaries.cross(
                        Boundary.REFUND,
                        () -> "look for " + request.key(),
                        () -> till.visible(request.order(), request.key()));
        return before.<RefundAnswer>map(SimulatedRefunds::settled).orElseGet(() -> give(request));
    }

    private RefundAnswer give(RefundRequest request) {
        var next = trouble.get();
        return boundaries.cross(
                Boundary.REFUND,
                () -> "give " + request.key() + (next == RefundTrouble.NONE ? "" : " " + next),
                () ->
                        switch (next) {
                            case NONE -> settled(given(request, Duration.ZERO));
                            case RATE_LIMITED ->
                                    new Failed(new Fault.RateLimited(RETRY_AFTER, "HTTP 429"));
                            case UNAVAILABLE -> new Failed(new Fault.Transient("HTTP 503"));
                            case LOST_BEFORE ->
                                    new Failed(new Fault.InDoubt("no answer to a refund"));
                            case LOST_AFTER -> lost(request, Duration.ZERO);
                            case SEEN_LATE -> lost(request, unseenFor.get());
                            case REFUSED -> {
                                till.refuse(request.order());
                                yield new Failed(
                                        new Fault.Rejected(
                                                REFUSAL,
                                                request.order().toString(),
                                                "the payment is too old"));
                            }
                        });
    }

    private RefundAnswer lost(RefundRequest request, Duration unseen) {
        var _ = given(request, unseen);
        return new Failed(new Fault.InDoubt("no answer to a refund"));
    }

    private PaymentBook.Given given(RefundRequest request, Duration unseen) {
        return till.give(request.order(), request.key(), request.amount(), unseen);
    }

    private static RefundAnswer settled(PaymentBook.Given given) {
        return new Settled(given.reference(), given.amount());
    }
}
