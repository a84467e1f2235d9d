package io.orderloom.kit.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Channel instances sorted into those that can be used and those that can't, with the reason. */
final class ParsedChannels {
    private final Map<String, ChannelInstance> sound = new LinkedHashMap<>();
    private final Map<String, String> flaws = new LinkedHashMap<>();

    /**
     * The first of two instances that claim a shop keeps it, or an order would be booked by both.
     */
    void take(ChannelInstance instance) {
        var settings = instance.settings();
        var other =
                settings.account()
                        .flatMap(shop ->
                                sound.values().stream()
                                        .map(ChannelInstance::settings)
                                        .filter(one ->
                                                one.connector().equals(settings.connector())
                                                        && one.account()
                                                                .filter(shop::equalsIgnoreCase)
                                                                .isPresent())
                                        .findFirst());
        other.ifPresentOrElse(
                one ->
                        flawed(
                                settings.name(),
                                "shop is the one of '%s', which is written before it"
                                        .formatted(one.name())),
                () -> sound.put(settings.name(), instance));
    }

    void flawed(String name, String flaw) {
        flaws.put(name, "ORDERLOOM_CHANNELS: '%s': %s".formatted(name, flaw));
    }

    /**
     * @param flaw a further condition; returns why an instance does not meet it
     */
    void check(Function<ChannelInstance, Optional<String>> flaw) {
        for (var instance : Map.copyOf(sound).values()) {
            flaw.apply(instance)
                    .ifPresent(found -> {
                        var name = instance.settings().name();
                        sound.remove(name);
                        flawed(name, found);
                    });
        }
    }

    /** Replaces settings that can't be used now with the earlier ones that could. */
    void mend(String name, ChannelInstance before) {
        sound.put(name, before);
    }

    Collection<ChannelInstance> instances() {
        return sound.values();
    }

    Map<String, ChannelInstance> sound() {
        return Map.copyOf(sound);
    }

    Map<String, String> flaws() {
        return Map.copyOf(flaws);
    }
}
