package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.topology.Alarm;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

    @Test
    void a_stage_has_what_it_states_and_the_defaults_for_the_rest() {
        var settings = Synthesized.settings();

        assertThat(settings.all())
                .extracting(Stage::name)
                .containsExactly("dev", "local", "prod", "staging");
        assertThat(settings.onAws())
                .extracting(Stage::name)
                .containsExactly("dev", "prod", "staging");
        assertThat(settings.stage("prod").parameters().logRetentionDays()).isEqualTo(90);
        assertThat(settings.stage("prod").parameters().deployment())
                .isEqualTo("Canary10Percent5Minutes");
        assertThat(settings.stage("staging").parameters().logRetentionDays()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'maximumConcurrency':{'erq':5}}|parameter maximumConcurrency: 'erq' is no queue",
                "{'alarms':{'sleepy':5}}|parameter alarms: 'sleepy' is no alarm",
                "{'rotations':{'keys':'arn'}}|parameter rotations: 'keys' is no secret",
                "{'currencies':['euro']}|parameter currencies: 'euro' is no ISO 4217 code",
                "{'environment':{'ERP_ODOO_API_KEY':'k'}}|parameter environment: 'ERP_ODOO_API_KEY' looks secret",
                "{'channels':{'eu':{'type':'shopify','sellingZone':'Berlin'}}}|parameter channels: 'eu' has the sellingZone 'Berlin', which is no time zone",
                "{'subscribers':[{'name':'crm','url':'https://a'},{'name':'crm','url':'https://b'}]}|parameter subscribers: the name 'crm' is used twice",
                "{'environment':{'ORDERLOOM_CHANNELS':'{}'}}|parameter environment: 'ORDERLOOM_CHANNELS' is set by the parameter channels",
                "{'environment':{'ORDERLOOM_DUE_AFTR':'20m'}}|parameter environment: no function reads 'ORDERLOOM_DUE_AFTR'; docs/settings.md",
                "{'environment':{'ORDERLOOM_TABLE':'orders'}}|parameter environment: the stack sets 'ORDERLOOM_TABLE' itself",
                "{'erp':{'type':'odoo'},'environment':{'ORDERLOOM_ERP':'sandbox'}}|parameter environment: 'ORDERLOOM_ERP' is 'sandbox', and the parameter erp says 'odoo'",
                "{'erp':{'type':'odoo','slots':4},'environment':{'ORDERLOOM_SLOTS_ODOO':'5'}}|parameter environment: 'ORDERLOOM_SLOTS_ODOO' is '5', and the parameter erp says '4'",
                "{'channels':{'eu':{'type':'shopify','shop':'a.example'},'us':{'type':'shopify','shop':'A.example'}}}|parameter channels: 'eu' has the shop of another instance",
                "{'frontDoor':{'on':true}}|parameter frontDoor: 'domain' is no host name",
                "{'frontDoor':{'path':'x7Kq2mVb9LsT4wNc8RfD1yHp'}}|parameter frontDoor: 'path' closes the API to everybody",
                "{'frontDoor':{'on':true,'domain':'a.example','certificate':'arn:aws:acm:eu-west-1:111122223333:certificate/1'}}|parameter frontDoor: 'certificate' is no certificate of ACM in us-east-1",
                "{'frontDoor':{'on':true,'domain':'a.example','certificate':'arn:aws:acm:us-east-1:111122223333:certificate/1','origin':'b.example','path':'hooks'}}|parameter frontDoor: 'path' can be guessed",
                "{'backup':{'on':true}}|parameter backup: 'copyRegion' is no region",
                "{'backup':{'on':true,'copyRegion':'eu-west-1','everyHours':7}}|parameter backup: 'everyHours' does not divide a day",
                "{'backup':{'on':true,'copyRegion':'eu-west-1','copyAccount':'444455556666'}}|parameter backup: 'account' and 'copyAccount' are given together",
                "{'watched':false}|parameter watched: 'false' leaves no alarm that rolls the deployment 'Canary10Percent5Minutes' back",
                "{'door':'api'}|door is none of [\"http-api\",\"function-url\"]",
                "{'door':'function-url','frontDoor':{'on':true,'domain':'a.example','certificate':'arn:aws:acm:us-east-1:111122223333:certificate/1','origin':'b.example'}}|parameter door: 'function-url' has no path",
                "{'throttleRat':5}|is no setting of a stage; did you mean 'throttleRate'?",
                "{'packages':'wasm'}|packages is none of [\"any\",\"native\",\"jvm\",\"process\"]",
            })
    void a_parameter_that_can_t_be_used_is_named_with_the_reason(String json, String reason) {
        assertThatThrownBy(() -> with(json))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessageStartingWith("stage test: ")
                .hasMessageContaining(reason);
    }

    @Test
    void a_stage_states_only_the_settings_of_an_option_that_differ() {
        var option = with("{'backup':{'on':true,'copyRegion':'eu-west-1'}}").parameters().backup();

        assertThat(option.keepDays())
                .isEqualTo(Synthesized.settings().stage("prod").parameters().backup().keepDays());
        assertThat(option.elsewhere()).isFalse();
    }

    @Test
    void an_alarm_s_threshold_may_be_changed_for_all_or_for_one_subject() {
        var parameters = with("{'alarms':{'money-at-risk':7,'money-at-risk-EUR':5}}").parameters();

        assertThat(parameters.rule(Alarm.MONEY_AT_RISK, "EUR").threshold()).isEqualTo(5);
        assertThat(parameters.rule(Alarm.MONEY_AT_RISK, "USD").threshold()).isEqualTo(7);
        assertThat(parameters.rule(Alarm.DEAD_LETTERS, "erp")).isEqualTo(Alarm.DEAD_LETTERS.rule());
    }

    @Test
    void the_erp_account_s_concurrency_is_a_parameter() {
        var erp = Topology.eventSource(Queue.ERP);

        assertThat(with("{'maximumConcurrency':{'erp':5}}").parameters().maximumConcurrency(erp))
                .isEqualTo(5);
        assertThat(with("{}").parameters().maximumConcurrency(erp))
                .isEqualTo(erp.maximumConcurrency());
    }

    private static Stage with(String json) {
        return Synthesized.stage("test", json.replace('\'', '"'));
    }
}
