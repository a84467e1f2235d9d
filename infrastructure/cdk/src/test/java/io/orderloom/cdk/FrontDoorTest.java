package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The template of a front door. Nobody has put one on AWS yet. */
@TestInstance(Lifecycle.PER_CLASS)
class FrontDoorTest {
    private static final String PATH = "/x7Kq2mVb9LsT4wNc8RfD1yHp";

    private Template door = new Template(Map.of());
    private Template stage = new Template(Map.of());

    @BeforeAll
    void synthesize() {
        var synthesized = Synthesized.stages();
        door = Template.read(synthesized.stackFile("prodguarded-orderloom-door"));
        stage = synthesized.template(Synthesized.GUARDED);
    }

    @Test
    void the_api_answers_below_a_path_that_the_front_door_alone_puts_there() {
        var routes = stage.all("AWS::ApiGatewayV2::Route");
        var distribution = door.all("AWS::CloudFront::Distribution").getFirst();

        assertThat(routes.stream().map(route -> route.text("RouteKey")))
                .containsExactly("POST " + PATH + "/webhooks/{channelInstance}");
        assertThat(distribution.text("DistributionConfig", "Origins"))
                .contains("OriginPath=" + PATH, "OriginProtocolPolicy=https-only");
    }

    @Test
    void only_webhooks_pass_and_only_so_many_of_a_caller_and_for_a_path() {
        var rules = door.all("AWS::WAFv2::WebACL").getFirst();

        assertThat(rules.text("DefaultAction")).isEqualTo("{Block={}}");
        assertThat(rules.list("Rules")).hasSize(3);
        assertThat(rules.text("Rules"))
                .contains(
                        "AggregateKeyType=IP",
                        "Limit=10000",
                        "CustomKeys=[{UriPath=",
                        "Limit=20000",
                        "ResponseCode=429",
                        "SearchString=/webhooks/");
    }

    @Test
    void the_rules_are_in_force_and_each_request_is_logged() {
        var rules = door.all("AWS::WAFv2::WebACL").getFirst().id();

        assertThat(
                        door.all("AWS::CloudFront::Distribution")
                                .getFirst()
                                .text("DistributionConfig", "WebACLId"))
                .isEqualTo("{Fn::GetAtt=[%s, Arn]}".formatted(rules));
        assertThat(door.all("AWS::WAFv2::LoggingConfiguration").getFirst().text("ResourceArn"))
                .contains(rules);
        var log = door.all("AWS::Logs::LogGroup").getFirst();
        assertThat(log.text("LogGroupName")).isEqualTo("aws-waf-logs-prodguarded-orderloom");
        assertThat(log.number("RetentionInDays")).isEqualTo(14);
    }
}
