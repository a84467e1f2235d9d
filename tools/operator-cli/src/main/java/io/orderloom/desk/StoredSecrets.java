package io.orderloom.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
import io.orderloom.topology.Secret;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The values that a stage's secrets have in the store. */
record StoredSecrets(SecretsManagerClient client, CommandTarget place) {

    SecretValues values() {
        var byLabel = new HashMap<String, Map<String, JsonNode>>();
        for (var secret : Secret.values()) {
            byLabel.put(secret.label(), of(secret));
        }
        return SecretValues.of(byLabel);
    }

    private Map<String, JsonNode> of(Secret secret) {
        var name = place.named(secret.secretName());
        try {
            var value = client.getSecretValue(r -> r.secretId(name)).secretString();
            return Json.read(value, new TypeReference<Map<String, JsonNode>>() {});
        } catch (ResourceNotFoundException absent) {
            throw new UsageException(
                    "There is no secret %s. Deploy the stage first, which creates it"
                            .formatted(name));
        } catch (IllegalArgumentException _) {
            throw new UsageException(
                    "The secret %s is no JSON object of settings; store a correct one by hand (docs/operations.md, \"Secrets\")"
                            .formatted(name));
        }
    }
}
