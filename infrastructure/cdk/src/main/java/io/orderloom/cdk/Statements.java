package io.orderloom.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.IConstruct;

/**
 * Permissions with each action spelled out. CDK's own grants use wildcards and allow more than the
 * functions call.
 */
final class Statements {
    private Statements() {}

    static PolicyStatement allow(List<String> actions, String... resources) {
        return PolicyStatement.Builder.create()
                .actions(actions.stream().sorted().toList())
                .resources(List.of(resources))
                .build();
    }

    /** Allows the use of a key through one service only, for example {@code sqs}. */
    static PolicyStatement through(String service, String region, IKey key, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(key.getKeyArn()))
                .conditions(
                        Map.of(
                                "StringEquals",
                                Map.of(
                                        "kms:ViaService",
                                        "%s.%s.amazonaws.com".formatted(service, region))))
                .build();
    }

    /** Makes an actor depend on its role's policy, so that it never acts without a permission. */
    static void first(Role role, IConstruct actor) {
        actor.getNode().addDependency(role.getNode().findChild("DefaultPolicy"));
    }

    /**
     * A statement of a resource's own policy that lets an AWS service act on it. Other accounts can
     * make the service act, too, so a condition names the account.
     */
    static PolicyStatement service(
            String service, List<String> actions, String resource, Map<String, Object> conditions) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal(service)))
                .actions(actions)
                .resources(List.of(resource))
                .conditions(conditions)
                .build();
    }

    /** The condition that the service acts for this account and for no other. */
    static Map<String, Object> ofAccount(Stack stack) {
        return Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount()));
    }

    /** A service that may assume a role, for this account and for no other. */
    static IPrincipal servant(Stack stack, String service) {
        return new ServicePrincipal(service).withConditions(ofAccount(stack));
    }
}
