package io.orderloom.kit.config;

import io.orderloom.channel.ChannelAdapter;
import io.orderloom.channel.Refunds;
import io.orderloom.erp.Erp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The adapters that the function was built with, by the names that the configuration uses. */
@ApplicationScoped
public class Adapters {
    private final Instance<ChannelAdapter> channels;
    private final Instance<Refunds> refunds;
    private final Instance<Erp> erps;
    private final String erp;

    Adapters(
            @Any Instance<ChannelAdapter> channels,
            @Any Instance<Refunds> refunds,
            @Any Instance<Erp> erps,
            @ConfigProperty(name = "orderloom.erp", defaultValue = "sandbox") String erp) {
        this.channels = channels;
        this.refunds = refunds;
        this.erps = erps;
        this.erp = erp;
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

    public Erp erp() {
        return named(erps, Erp::name, erp, "ORDERLOOM_ERP");
    }

    /** The name by which the configuration chooses the ERP. */
    public String erpName() {
        return erp;
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
