package io.orderloom.connector.kit.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.erp.ErpInstance;
import io.orderloom.erp.InvalidErpSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErpSettingReaderTest {
    private static ErpSettingReader reader(Map<String, String> settings) {
        return new ErpSettingReader(
                new ErpInstance("books", name -> Optional.ofNullable(settings.get(name))));
    }

    @Test
    void each_kind_of_setting_is_read() {
        var reader =
                reader(
                        Map.of(
                                "url", " https://erp.example ",
                                "company", "3",
                                "createTaxes", "false",
                                "settlingTime", "9s"));

        assertThat(reader.address("url")).isEqualTo(URI.create("https://erp.example"));
        assertThat(reader.number("company")).isEqualTo(OptionalLong.of(3));
        assertThat(reader.flag("createTaxes", true)).isFalse();
        assertThat(reader.duration("settlingTime", Duration.ZERO)).isEqualTo(Duration.ofSeconds(9));
        assertThat(reader.checked("read")).isEqualTo("read");
    }

    @Test
    void a_setting_that_is_absent_or_blank_has_its_default() {
        var reader = reader(Map.of("database", "  "));

        assertThat(reader.text("database")).isEmpty();
        assertThat(reader.number("company")).isEmpty();
        assertThat(reader.flag("createTaxes", true)).isTrue();
        assertThat(reader.duration("readTimeout", Duration.ofSeconds(15)))
                .isEqualTo(Duration.ofSeconds(15));
        assertThat(reader.checked("read")).isEqualTo("read");
    }

    @Test
    void all_flaws_are_named_at_once_by_field_and_without_the_value() {
        var reader =
                reader(
                        Map.of(
                                "url", "ftp://hidden",
                                "company", "hidden",
                                "createTaxes", "hidden",
                                "readTimeout", "hidden"));
        reader.address("url");
        reader.required("apiKey");
        reader.number("company");
        reader.flag("createTaxes", true);
        reader.duration("readTimeout", Duration.ZERO);

        assertThatThrownBy(() -> reader.checked("read"))
                .isInstanceOf(InvalidErpSettings.class)
                .hasMessage(
                        "url is no address that begins with http:// or https://; apiKey is missing;"
                                + " company is no whole number; createTaxes is neither true nor"
                                + " false; readTimeout is no duration such as 15s")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @CsvSource({"15s, PT15S", "500ms, PT0.5S", "2m, PT2M", "1h, PT1H", "1d, PT24H", "7, PT7S"})
    void a_duration_is_written_as_people_do_or_by_iso_8601(String written, Duration meant) {
        assertThat(reader(Map.of("t", written)).duration("t", Duration.ZERO)).isEqualTo(meant);
        assertThat(reader(Map.of("t", meant.toString())).duration("t", Duration.ZERO))
                .isEqualTo(meant);
    }
}
