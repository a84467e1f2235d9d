package io.orderloom.kit.config;

import io.orderloom.channel.ChannelAdapter;
import io.orderloom.channel.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The adapters that the function was built with, by the names that the configuration uses. */
@ApplicationScoped
public class Adapters {
    private final Instance<ChannelAdapter> channels;
    private final Instance<Refunds> refunds;

    Adapters(@Any Instance<ChannelAdapter> channels, @Any Instance<Refunds> refunds) {
        this.channels = channels;
        this.refunds = refunds;
    }

    public ChannelAdapter channel(String platform) {
        return named(channels, ChannelAdapter::platform, platform, "ORDERLOOM_CHANNELS type");
    }

    /** The values that an instance's {@code type} can have. */
    Set<String> platforms() {
        return channels.stream().map(ChannelAdapter::platform).collect(Collectors.toSet());
    }

    public Refunds refunds(String platform) {
        return named(refunds, Refunds::platform, platform, "ORDERLOOM_CHANNELS type");
    }

    private static <T> T named(
            Instance<T> all, Function<T, String> name, String wanted, String setting) {
        return all.stream()
                .filter(one -> name.apply(one).equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "%s is '%s', but there is only %s"
                                        .formatted(
                                                setting,
                                                wanted,
                                                all.stream()
                                                        .map(name)
                                                        .sorted()
                                                        .collect(Collectors.joining(", ")))));
    }
}
