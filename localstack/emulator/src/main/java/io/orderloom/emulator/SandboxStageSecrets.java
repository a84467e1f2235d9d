package io.orderloom.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.DirectorySecrets;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.topology.Secret;
import java.nio.file.Path;

/** The secrets of the stage that works with the sandboxes: their addresses and tokens. */
final class SandboxStageSecrets {
    private SandboxStageSecrets() {}

    /** The secrets by label, in the form that {@code make secrets} takes. */
    static JsonNode of(Path directory) {
        var secrets = DirectorySecrets.in(directory);
        var all = StackJson.object();
        all.putObject(Secret.CHANNEL_SIGNING.label())
                .putObject("ORDERLOOM_CHANNEL_SECRETS")
                .putArray(EmbeddedStack.DEMO_SHOP)
                .add(secrets.demoShop());
        all.putObject(Secret.CHANNEL_API.label())
                .putObject("ORDERLOOM_CHANNEL_APIS")
                .putObject(EmbeddedStack.DEMO_SHOP)
                .put("url", Sandbox.SHOP.address(directory).toString())
                .put("token", secrets.demoShopToken());
        all.putObject(Secret.ERP.label())
                .put("ERP_SANDBOX_URL", Sandbox.ERP.address(directory).toString())
                .put("ERP_SANDBOX_TOKEN", secrets.erpToken());
        all.putObject(Secret.SUBSCRIBERS.label())
                .putArray("ORDERLOOM_SUBSCRIBERS")
                .addObject()
                .put("name", "console")
                .put("url", Sandbox.SUBSCRIBER.address(directory).toString())
                .put("testOrders", true)
                .putArray("secrets")
                .add(secrets.subscriber());
        return all;
    }
}
