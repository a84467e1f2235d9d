package io.orderloom.kit.config;

import io.orderloom.channel.ChannelSettings;
import io.orderloom.channel.Secrets;
import io.orderloom.core.PostingProfile;
import io.orderloom.core.PostingProfile.TestOrders;
import io.orderloom.money.Ledger;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A channel instance as it is written in {@code ORDERLOOM_CHANNELS}. */
@RegisterForReflection
record ChannelEntry(
        String type,
        List<String> secrets,
        Optional<ZoneId> sellingZone,
        Optional<Api> api,
        Optional<String> ledger,
        Optional<String> testOrders,
        Optional<String> shop) {

    /** How the channel is called back. */
    @RegisterForReflection
    record Api(String url, String token) {}

    /** With what was kept apart; what is written here goes before it. */
    ChannelEntry with(List<String> secretsApart, Optional<Api> apiApart) {
        return new ChannelEntry(
                type,
                secrets.isEmpty() ? secretsApart : secrets,
                sellingZone,
                api.or(() -> apiApart),
                ledger,
                testOrders,
                shop);
    }

    ChannelInstance named(String name) {
        for (int i = 0; i < secrets.size(); i++) {
            sound(name, "signing secret %d".formatted(i + 1), secrets.get(i));
        }
        api.ifPresent(called -> sound(name, "api.token", called.token()));
        if (shop.filter(String::isBlank).isPresent()) {
            throw new IllegalStateException(
                    "ORDERLOOM_CHANNELS: '%s' has an empty shop; name it or leave it out"
                            .formatted(name));
        }
        return new ChannelInstance(
                new ChannelSettings(
                        name,
                        type,
                        secrets,
                        sellingZone.orElse(ZoneId.of("UTC")),
                        api.map(a -> new ChannelSettings.Api(a.url(), a.token())),
                        shop),
                new PostingProfile(
                        ledger.map(l -> Ledger.valueOf(upper(l))).orElse(Ledger.SETTLEMENT),
                        testOrders
                                .map(t -> TestOrders.valueOf(upper(t)))
                                .orElse(TestOrders.NOT_BOOKED)));
    }

    private static void sound(String name, String setting, String secret) {
        Secrets.flaw(secret)
                .ifPresent(flaw -> {
                    throw new IllegalStateException(
                            "ORDERLOOM_CHANNELS: '%s': %s %s".formatted(name, setting, flaw));
                });
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
