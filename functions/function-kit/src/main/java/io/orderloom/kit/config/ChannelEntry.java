package io.orderloom.kit.config;

import io.orderloom.core.PostingProfile;
import io.orderloom.core.PostingProfile.PostWhen;
import io.orderloom.core.PostingProfile.Refunds;
import io.orderloom.core.PostingProfile.TestOrders;
import io.orderloom.kit.setting.Flaws;
import io.orderloom.money.Ledger;
import io.orderloom.order.Tenancy;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.SystemRole;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Optional<String> postWhen,
        Optional<String> refunds,
        Optional<String> shop,
        Optional<String> role,
        Optional<String> tenant,
        Optional<String> brand,
        Optional<String> legalEntity,
        Optional<Map<String, String>> settings,
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
                postWhen,
                refunds,
                shop,
                role,
                tenant,
                brand,
                legalEntity,
                settings,
                erp);
    }

    /**
     * @param usualRoles the role that each connector's instances have where none is named
     * @throws Unusable if one of the settings can't be used
     */
    ChannelInstance named(String name, Map<String, SystemRole> usualRoles, ErpNames erps) {
        Flaws.ofSecrets(secrets)
                .or(() -> api.flatMap(Api::flaw))
                .or(() -> named("shop", shop))
                .or(() -> named("tenant", tenant))
                .or(() -> named("brand", brand))
                .or(() -> named("legalEntity", legalEntity))
                .ifPresent(flaw -> {
                    throw new Unusable(flaw);
                });
        return new ChannelInstance(
                new SourceInstance(
                        name,
                        type,
                        role.map(r -> one("role", r, SystemRole.values()))
                                .or(() -> Optional.ofNullable(usualRoles.get(type)))
                                .orElse(SystemRole.COMMERCE),
                        new Tenancy(tenant, brand, legalEntity),
                        secrets,
                        sellingZone.orElse(ZoneId.of("UTC")),
                        api.map(a -> new SourceInstance.Api(a.url(), a.token())),
                        shop,
                        settings.orElseGet(Map::of)),
                new PostingProfile(
                        ledger.map(l -> one("ledger", l, Ledger.values()))
                                .orElse(Ledger.SETTLEMENT),
                        testOrders.map(ChannelEntry::testOrders).orElse(TestOrders.NOT_BOOKED),
                        Optional.of(erps.routed(erp)),
                        Optional.of(
                                postWhen.map(ChannelEntry::postWhen)
                                        .orElse(PostWhen.PAID_OR_AUTHORIZED)),
                        Optional.of(
                                refunds.map(ChannelEntry::refunds)
                                        .orElse(Refunds.AS_THE_CHANNEL_DID))));
    }

    private static Optional<String> named(String setting, Optional<String> value) {
        return value.filter(String::isBlank)
                .map(_ -> "%s is empty; name it or leave it out".formatted(setting));
    }

    /** Reads both the current and the earlier way of writing the setting. */
    private static TestOrders testOrders(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "HOLD", "NOT_BOOKED" -> TestOrders.NOT_BOOKED;
            case "POST", "BOOKED" -> TestOrders.BOOKED;
            default -> throw new Unusable("testOrders is none of hold, post");
        };
    }

    private static PostWhen postWhen(String text) {
        return one("postWhen", text, PostWhen.values());
    }

    private static Refunds refunds(String text) {
        return one("refunds", text, Refunds.values());
    }

    private static <E extends Enum<E>> E one(String setting, String text, E[] among) {
        return Stream.of(among)
                .filter(one -> worded(one).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new Unusable(
                                "%s is none of %s"
                                        .formatted(
                                                setting,
                                                Stream.of(among)
                                                        .map(ChannelEntry::worded)
                                                        .collect(Collectors.joining(", ")))));
    }

    private static String worded(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A setting of one instance that can't be used. The message begins with the setting's name. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String why) {
            super(why);
        }
    }
}
