package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.topology.Alarm;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each configured channel has an alarm on its silence, with the hours that its deployment states.
 */
class SilenceTest {
    private static final String CHANNELS =
            "'channels':{'us-shop':{'type':'shopify'},'eu-shop':{'type':'shopify'}}";

    @Test
    void each_configured_channel_has_an_alarm_of_its_own() {
        var stage = with("{%s}".formatted(CHANNELS));

        var watched =
                new Signals(stage, new Door.Api("api", "https://api"), stage::named)
                        .of(Alarm.CHANNEL_SILENT);

        assertThat(watched).extracting(Watched::subject).containsExactly("eu-shop", "us-shop");
        assertThat(watched.getFirst().dimensions())
                .isEqualTo(Map.of("Stage", "test", "Channel", "eu-shop"));
        assertThat(watched.getFirst().name()).isEqualTo("WebhooksTaken");
    }

    @Test
    void a_card_number_raises_the_alarm_of_its_channel_at_once() {
        var stage = with("{%s}".formatted(CHANNELS));

        var watched =
                new Signals(stage, new Door.Api("api", "https://api"), stage::named)
                        .of(Alarm.CARD_NUMBERS);

        assertThat(watched).extracting(Watched::subject).containsExactly("eu-shop", "us-shop");
        assertThat(watched.getFirst().name()).isEqualTo("CardNumbersFound");
        assertThat(Alarm.CARD_NUMBERS.rule().threshold()).isZero();
        assertThat(Alarm.CARD_NUMBERS.rule().breaching()).isEqualTo(1);
    }

    @Test
    void without_a_channel_there_is_no_alarm_on_silence() {
        var stage = with("{}");

        assertThat(
                        new Signals(stage, new Door.Api("api", "https://api"), stage::named)
                                .of(Alarm.CHANNEL_SILENT))
                .isEmpty();
    }

    @Test
    void the_hours_of_silence_are_set_for_a_channel_or_for_the_whole_stage() {
        var own = with("{%s,'silenceHours':{'eu-shop':4,'*':24}}".formatted(CHANNELS)).parameters();
        var plain = with("{%s}".formatted(CHANNELS)).parameters();

        assertThat(silence(own, "eu-shop")).isEqualTo(Duration.ofHours(4));
        assertThat(silence(own, "us-shop")).isEqualTo(Duration.ofHours(24));
        assertThat(silence(plain, "eu-shop")).isEqualTo(Duration.ofHours(12));
        assertThat(own.rule(Alarm.SWEEP_MISSING, "eu-shop")).isEqualTo(Alarm.SWEEP_MISSING.rule());
    }

    @Test
    void a_period_without_a_webhook_or_without_a_value_is_bad() {
        var rule = Alarm.CHANNEL_SILENT.rule();

        assertThat(rule.comparison()).isEqualTo(Alarm.Comparison.BELOW);
        assertThat(rule.threshold()).isEqualTo(1);
        assertThat(rule.absence()).isEqualTo(Alarm.Absence.BAD);
        assertThat(rule.breaching()).isEqualTo(rule.periods());
    }

    @Test
    void hours_of_silence_for_an_unknown_channel_or_beyond_a_day_are_refused() {
        assertThatThrownBy(() -> with("{'silenceHours':{'eu-shop':4}}"))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessageContaining("parameter silenceHours: 'eu-shop' is no channel instance");
        assertThatThrownBy(() -> with("{'silenceHours':{'*':25}}"))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessageContaining("parameter silenceHours: '*: 25' is none of 1 to 24");
    }

    private static Duration silence(Parameters parameters, String channel) {
        var rule = parameters.rule(Alarm.CHANNEL_SILENT, channel);
        return rule.period().multipliedBy(rule.breaching());
    }

    private static Stage with(String json) {
        return Synthesized.stage("test", json.replace('\'', '"'));
    }
}
