package io.orderloom.kit.config;

import io.orderloom.channel.ChannelSettings;
import io.orderloom.core.PostingProfile;
import io.orderloom.core.PostingProfile.TestOrders;
import io.orderloom.kit.setting.Flaws;
import io.orderloom.money.Ledger;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A channel instance as it is written in {@code ORDERLOOM_CHANNELS}. */
@RegisterForReflection
record ChannelEntry(
        String type,
        List<String> secrets,
        Optional<ZoneId> sellingZone,
        Optional<Api> api,
        Optional<String> ledger,
        Optional<String> testOrders,
        Optional<String> shop,
        Optional<String> erp) {

    /** How the channel's API is called. */
    @RegisterForReflection
    record Api(String url, String token) {

        Optional<String> flaw() {
            return Flaws.ofAddress("api.url", url).or(() -> Flaws.ofSecret("api.token", token));
        }
    }

    /** Adds the settings that were kept apart; those written here take precedence. */
    ChannelEntry with(List<String> secretsApart, Optional<Api> apiApart) {
        return new ChannelEntry(
                type,
                secrets.isEmpty() ? secretsApart : secrets,
                sellingZone,
                api.or(() -> apiApart),
                ledger,
                testOrders,
                shop,
                erp);
    }

    /**
     * @throws Unusable if one of the settings can't be used
     */
    ChannelInstance named(String name, ErpNames erps) {
        Flaws.ofSecrets(secrets)
                .or(() -> api.flatMap(Api::flaw))
                .or(() ->
                        shop.filter(String::isBlank)
                                .map(_ -> "shop is empty; name it or leave it out"))
                .ifPresent(flaw -> {
                    throw new Unusable(flaw);
                });
        return new ChannelInstance(
                new ChannelSettings(
                        name,
                        type,
                        secrets,
                        sellingZone.orElse(ZoneId.of("UTC")),
                        api.map(a -> new ChannelSettings.Api(a.url(), a.token())),
                        shop),
                new PostingProfile(
                        ledger.map(l -> one("ledger", l, Ledger.values()))
                                .orElse(Ledger.SETTLEMENT),
                        testOrders.map(ChannelEntry::testOrders).orElse(TestOrders.NOT_BOOKED),
                        Optional.of(erps.routed(erp))));
    }

    /** Reads both the current and the earlier way of writing the setting. */
    private static TestOrders testOrders(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "HOLD", "NOT_BOOKED" -> TestOrders.NOT_BOOKED;
            case "POST", "BOOKED" -> TestOrders.BOOKED;
            default -> throw new Unusable("testOrders is none of hold, post");
        };
    }

    private static <E extends Enum<E>> E one(String setting, String text, E[] among) {
        return Stream.of(among)
                .filter(one -> one.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new Unusable(
                                "%s is none of %s"
                                        .formatted(
                                                setting,
                                                Stream.of(among)
                                                        .map(o -> o.name().toLowerCase(Locale.ROOT))
                                                        .collect(Collectors.joining(", ")))));
    }

    /** A setting of one instance that can't be used. The message begins with the setting's name. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String why) {
            super(why);
        }
    }
}
