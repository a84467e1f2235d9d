package io.orderloom.kit.setting;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.source.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds why a value can't be used. Each text begins with the setting's name. Pure. */
public final class Flaws {
    private static final Set<String> WEB = Set.of("http", "https");

    private Flaws() {}

    public static Optional<String> ofSecret(String setting, String value) {
        return Secrets.flaw(value).map(flaw -> "%s %s".formatted(setting, flaw));
    }

    /** Positions are counted from one. */
    public static Optional<String> ofSecrets(List<String> secrets) {
        return IntStream.range(0, secrets.size())
                .mapToObj(i -> ofSecret("signing secret %d".formatted(i + 1), secrets.get(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    public static Optional<String> ofAddress(String setting, String url) {
        return web(url)
                ? Optional.empty()
                : Optional.of("%s is no http or https URL with a host".formatted(setting));
    }

    /** The switch is off if it is absent. */
    public static Optional<String> ofSwitch(String setting, JsonNode settings) {
        var value = settings.path(setting);
        return value.isMissingNode() || value.isBoolean()
                ? Optional.empty()
                : Optional.of("%s is neither true nor false".formatted(setting));
    }

    private static boolean web(String url) {
        try {
            var uri = new URI(url);
            return uri.getHost() != null
                    && uri.getScheme() != null
                    && WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
