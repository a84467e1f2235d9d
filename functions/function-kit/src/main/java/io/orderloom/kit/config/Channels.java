package io.orderloom.kit.config;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderloom.channel.ChannelSettings;
import io.orderloom.core.PostingProfile;
import io.orderloom.core.PostingProfile.TestOrders;
import io.orderloom.kit.json.Json;
import io.orderloom.money.Ledger;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The configured channel instances, from {@code ORDERLOOM_CHANNELS}: a JSON object by instance name
 * of {@code type}, {@code secrets}, {@code sellingZone} (UTC if absent), {@code api} with {@code
 * url} and {@code token}, {@code ledger} ({@code settlement} if absent) and {@code testOrders}
 * ({@code not_booked} if absent).
 */
@ApplicationScoped
public class Channels {
    private final Map<String, ChannelInstance> instances;

    Channels(@ConfigProperty(name = "orderloom.channels") Optional<String> json) {
        instances = json.map(Channels::parse).orElseGet(Map::of);
    }

    public Optional<ChannelInstance> find(String name) {
        return Optional.ofNullable(instances.get(name));
    }

    /**
     * @throws IllegalStateException if no such instance is configured (any more)
     */
    public ChannelInstance get(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "ORDERLOOM_CHANNELS names no instance '%s'".formatted(name)));
    }

    static Map<String, ChannelInstance> parse(String json) {
        return Json.read(json, new TypeReference<Map<String, Entry>>() {}).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().named(e.getKey())));
    }

    @RegisterForReflection
    record Entry(
            String type,
            List<String> secrets,
            Optional<ZoneId> sellingZone,
            Optional<Api> api,
            Optional<String> ledger,
            Optional<String> testOrders) {

        ChannelInstance named(String name) {
            if (secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
                throw new IllegalStateException(
                        "ORDERLOOM_CHANNELS: '%s' has no signing secret".formatted(name));
            }
            return new ChannelInstance(
                    new ChannelSettings(
                            name,
                            type,
                            secrets,
                            sellingZone.orElse(ZoneId.of("UTC")),
                            api.map(a -> new ChannelSettings.Api(a.url(), a.token()))),
                    new PostingProfile(
                            ledger.map(l -> Ledger.valueOf(upper(l))).orElse(Ledger.SETTLEMENT),
                            testOrders
                                    .map(t -> TestOrders.valueOf(upper(t)))
                                    .orElse(TestOrders.NOT_BOOKED)));
        }

        private static String upper(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    }

    @RegisterForReflection
    record Api(String url, String token) {}
}
