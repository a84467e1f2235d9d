package io.orderloom.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.deployed.MakeableTemplates.DeploymentEmulator;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MakeableTemplatesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void resources_that_the_emulator_can_not_create_are_removed_with_all_references()
            throws IOException {
        var template =
                (ObjectNode)
                        JSON.readTree(
                                """
                                {"Resources": {
                                  "Errors": {"Type": "AWS::CloudWatch::Alarm"},
                                  "Rollout": {"Type": "AWS::CodeDeploy::Application"},
                                  "Orders": {"Type": "AWS::SQS::Queue"},
                                  "Live": {"Type": "AWS::Lambda::Alias",
                                    "DependsOn": ["Errors", "Orders"],
                                    "UpdatePolicy": {"CodeDeployLambdaAliasUpdate": {
                                      "ApplicationName": {"Ref": "Rollout"}}},
                                    "Properties": {"Queue": {"Ref": "Orders"}}},
                                  "Page": {"Type": "AWS::CloudWatch::Dashboard", "Properties": {
                                    "Body": {"Fn::Join": ["", [
                                      "{", {"Fn::GetAtt": ["Errors", "Arn"]}, "}"]]}}}}}
                                """);

        var types = MakeableTemplates.reduce(template, DeploymentEmulator.MINISTACK);

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "AWS::CloudWatch::Alarm", "AWS::CodeDeploy::Application");
        assertThat(template)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"Resources": {
                                  "Orders": {"Type": "AWS::SQS::Queue"},
                                  "Live": {"Type": "AWS::Lambda::Alias",
                                    "DependsOn": ["Orders"],
                                    "Properties": {"Queue": {"Ref": "Orders"}}},
                                  "Page": {"Type": "AWS::CloudWatch::Dashboard", "Properties": {
                                    "Body": {"Fn::Join": ["", ["{", "arn:aws:left-out:eu-central-1:000000000000:left-out", "}"]]}}}}}
                                """));
    }
}
