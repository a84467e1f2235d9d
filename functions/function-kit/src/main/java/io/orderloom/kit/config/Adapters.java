package io.orderloom.kit.config;

import io.orderloom.channel.Refunds;
import io.orderloom.source.Source;
import io.orderloom.source.SystemRole;
import io.orderloom.source.WebhookSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The adapters that the function was built with, by the names that the configuration uses. */
@ApplicationScoped
public class Adapters {
    private final Instance<Source> sources;
    private final Instance<Refunds> refunds;

    Adapters(@Any Instance<Source> sources, @Any Instance<Refunds> refunds) {
        this.sources = sources;
        this.refunds = refunds;
    }

    /** The source that reads the payloads of a connector's instances. */
    public Source source(String connector) {
        return named(sources, Source::name, connector, "ORDERLOOM_CHANNELS type");
    }

    /**
     * The source that takes the webhooks of a connector's instances; empty if it has to be asked.
     */
    public Optional<WebhookSource> webhooks(String connector) {
        return source(connector) instanceof WebhookSource webhooks
                ? Optional.of(webhooks)
                : Optional.empty();
    }

    /** The values that an instance's {@code type} can have, with the role of each. */
    Map<String, SystemRole> connectors() {
        return sources.stream().collect(Collectors.toMap(Source::name, Source::role));
    }

    /** How a connector gives money back; empty if it can't. */
    public Optional<Refunds> refunds(String connector) {
        return refunds.stream().filter(one -> one.connector().equals(connector)).findFirst();
    }

    private static <T> T named(
            Instance<T> all, Function<T, String> name, String wanted, String setting) {
        return all.stream()
                .filter(one -> name.apply(one).equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "%s is '%s', but this function was built with %s only"
                                        .formatted(
                                                setting,
                                                wanted,
                                                all.stream()
                                                        .map(name)
                                                        .sorted()
                                                        .collect(Collectors.joining(", ")))));
    }
}
