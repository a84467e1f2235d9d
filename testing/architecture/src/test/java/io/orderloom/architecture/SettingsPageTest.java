package io.orderloom.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.sample.Pages;
import io.orderloom.topology.Secret;
import io.orderloom.topology.Setting;
import io.orderloom.topology.Setting.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every setting has one name, one default and one place that sets it; the page shows them. */
class SettingsPageTest {
    /** The function's package sets it, so no deployment does. */
    private static final String OWN = "ORDERLOOM_FUNCTION";

    private static Map<String, MappedSetting> mapped() {
        return MappedSetting.all().collect(Collectors.toMap(MappedSetting::variable, one -> one));
    }

    @Test
    void functions_read_no_setting_that_the_list_does_not_name() {
        assertThat(mapped().keySet())
                .allMatch(name -> name.equals(OWN) || Setting.of(name).isPresent());
    }

    @Test
    void settings_of_the_environment_are_read_by_a_mapping() {
        var promised =
                Arrays.stream(Setting.values())
                        .filter(one -> one.kind() == Kind.ENVIRONMENT)
                        .map(Setting::variable);

        assertThat(mapped().keySet()).containsAll(promised.toList());
    }

    @Test
    void secrets_are_not_read_by_a_mapping() {
        // A rotated secret is read again while the function runs, and a mapping is read once.
        var secret =
                Arrays.stream(Setting.values())
                        .filter(one -> one.kind() == Kind.SECRET)
                        .collect(Collectors.toMap(Setting::variable, Setting::where));

        assertThat(mapped().keySet()).doesNotContainAnyElementsOf(secret.keySet());
        assertThat(secret)
                .isEqualTo(
                        Arrays.stream(Secret.values())
                                .filter(one -> one.prefix().startsWith(Setting.PREFIX))
                                .collect(Collectors.toMap(Secret::prefix, Secret::label)));
    }

    @Test
    void settings_are_injected_as_mappings_only() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("a mapping states the name, the default and the meaning in one place")
                .check(Project.classes());
    }

    @Test
    void the_committed_page_shows_every_setting() throws IOException {
        var mapped = mapped();
        var printed =
                SettingsPage.of(setting ->
                        Optional.ofNullable(mapped.get(setting.variable()))
                                .flatMap(MappedSetting::byDefault));

        var page = Pages.committed("settings.md", printed);

        assertThat(page).as("make docs prints it").isEqualTo(printed);
    }
}
