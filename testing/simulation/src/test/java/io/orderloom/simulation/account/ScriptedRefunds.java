package io.orderloom.simulation.account;

import io.orderloom.channel.Refunds;
import io.orderloom.source.SourceInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A shop's refunds that answer what a test sets, and otherwise refund once for each key. */
final class ScriptedRefunds implements Refunds {
    final List<RefundRequest> requests = new ArrayList<>();
    final List<RefundRequest> given = new ArrayList<>();
    Optional<RefundAnswer> always = Optional.empty();

    @Override
    public String connector() {
        return "shopify";
    }

    @Override
    public RefundAnswer refund(SourceInstance settings, RefundRequest request) {
        requests.add(request);
        if (always.isPresent()) {
            return always.get();
        }
        if (given.stream().noneMatch(before -> before.key().equals(request.key()))) {
            given.add(request);
        }
        return new Settled("901", request.amount());
    }
}
