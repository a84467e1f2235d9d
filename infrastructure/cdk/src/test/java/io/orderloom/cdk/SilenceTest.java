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
    void each_configured_channel_is_listened_for_by_itself() {
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
    void without_a_channel_there_is_no_alarm_that_nothing_can_feed() {
        var stage = with("{}");

        assertThat(
                        new Signals(stage, new Door.Api("api", "https://api"), stage::named)
                                .of(Alarm.CHANNEL_SILENT))
                .isEmpty();
    }

    @Test
    void how_long_it_may_be_silent_is_the_channel_s_or_the_stage_s_to_say() {
        var own = with("{%s,'silenceHours':{'eu-shop':4,'*':24}}".formatted(CHANNELS)).parameters();
        var plain = with("{%s}".formatted(CHANNELS)).parameters();

        assertThat(silence(own, "eu-shop")).isEqualTo(Duration.ofHours(4));
        assertThat(silence(own, "us-shop")).isEqualTo(Duration.ofHours(24));
        assertThat(silence(plain, "eu-shop")).isEqualTo(Duration.ofHours(12));
        assertThat(own.rule(Alarm.SWEEP_MISSING, "eu-shop")).isEqualTo(Alarm.SWEEP_MISSING.rule());
    }

    @Test
    void no_webhook_at_all_is_bad_whatever_cloudwatch_has_of_the_past() {
        var rule = Alarm.CHANNEL_SILENT.rule();

        assertThat(rule.comparison()).isEqualTo(Alarm.Comparison.BELOW);
        assertThat(rule.threshold()).isEqualTo(1);
        assertThat(rule.absence()).isEqualTo(Alarm.Absence.BAD);
        assertThat(rule.breaching()).isEqualTo(rule.periods());
    }

    @Test
    void a_silence_of_no_channel_or_of_no_day_is_refused() {
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
