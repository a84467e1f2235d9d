package io.orderloom.connector.kit.setting;

import io.orderloom.erp.ErpInstance;
import io.orderloom.erp.InvalidErpSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the settings of one ERP instance and collects what is wrong with them, so that all of it is
 * reported at once. A setting that is blank counts as absent, and no flaw quotes a value.
 */
public final class ErpSettingReader {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final ErpInstance instance;
    private final List<String> flaws = new ArrayList<>();

    public ErpSettingReader(ErpInstance instance) {
        this.instance = instance;
    }

    public Optional<String> text(String setting) {
        return instance.settings().text(setting).map(String::strip).filter(text -> !text.isEmpty());
    }

    public String required(String setting) {
        return text(setting).orElseGet(() -> flawed(setting, "is missing", ""));
    }

    /**
     * An absolute address of HTTP; a placeholder if there is none, which {@link #checked} reports.
     */
    public URI address(String setting) {
        var none = URI.create("http://invalid");
        var text = required(setting);
        if (text.isEmpty()) {
            return none;
        }
        try {
            var address = new URI(text);
            return SCHEMES.contains(String.valueOf(address.getScheme()))
                            && address.getHost() != null
                    ? address
                    : flawed(setting, "is no address that begins with http:// or https://", none);
        } catch (URISyntaxException _) {
            return flawed(setting, "is no address", none);
        }
    }

    public boolean flag(String setting, boolean byDefault) {
        return text(setting)
                .map(text ->
                        switch (text) {
                            case "true" -> true;
                            case "false" -> false;
                            default -> flawed(setting, "is neither true nor false", byDefault);
                        })
                .orElse(byDefault);
    }

    public OptionalLong number(String setting) {
        var text = text(setting);
        try {
            return text.isPresent()
                    ? OptionalLong.of(Long.parseLong(text.get()))
                    : OptionalLong.empty();
        } catch (NumberFormatException _) {
            return flawed(setting, "is no whole number", OptionalLong.empty());
        }
    }

    /** Written as {@code 15s}, {@code 500ms}, {@code 2m}, a number of seconds, or by ISO 8601. */
    public Duration duration(String setting, Duration byDefault) {
        return text(setting)
                .map(text ->
                        Durations.of(text)
                                .orElseGet(() ->
                                        flawed(setting, "is no duration such as 15s", byDefault)))
                .orElse(byDefault);
    }

    /**
     * @param read made of what this has read
     * @throws InvalidErpSettings if anything was wrong with that
     */
    public <T> T checked(T read) {
        if (!flaws.isEmpty()) {
            throw new InvalidErpSettings(flaws);
        }
        return read;
    }

    private <T> T flawed(String setting, String flaw, T instead) {
        flaws.add(setting + " " + flaw);
        return instead;
    }
}
