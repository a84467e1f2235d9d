package io.orderloom.architecture;

import io.orderloom.topology.Setting;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints the page of settings. */
final class SettingsPage {
    private static final String HEAD =
            """
            # Settings

            Every setting of the functions that is ours, by the variable that holds it. A stage's file says them: as a
            [parameter](operations.md#parameters), in `environment`, or in the [secrets](operations.md#secrets). A name that stands in `environment` and not here
            is refused. Connectors read settings of their own, which [their pages](connectors.md) describe.

            | setting | default | said in | meaning |
            |---|---|---|---|
            """;

    private SettingsPage() {}

    static String of(Function<Setting, Optional<String>> byDefault) {
        return Arrays.stream(Setting.values())
                .map(one -> row(one, byDefault.apply(one)))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(Setting setting, Optional<String> byDefault) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.variable(),
                        byDefault.map("`%s`"::formatted).orElse(""),
                        saidIn(setting),
                        setting.meaning());
    }

    private static String saidIn(Setting setting) {
        return switch (setting.kind()) {
            case STACK -> "the stack sets it";
            case PARAMETER -> "`%s`".formatted(setting.where());
            case EITHER -> "`%s`, or `environment`".formatted(setting.where());
            case SECRET -> "the secret `%s`".formatted(setting.where());
            case ENVIRONMENT -> "`environment`";
        };
    }
}
