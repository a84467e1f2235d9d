package io.orderloom.emulator;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.lambda.LambdaHost;
import io.orderloom.embedded.lambda.Rehearsal;
import io.orderloom.embedded.secret.SecretStore;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The JVM's archive of the classes that a function loads (JEP 350), read and verified. A process
 * that has it starts with about half of the processor time: many start at once when orders come,
 * and an emulator kills those that are not up within ten seconds.
 *
 * @param log gets the output of the process that writes the archive
 */
record ClassArchive(Function function, Path log) implements ProcessPackage.Warming {
    static final String FILE = "classes.jsa";

    private static final String HANDLER =
            "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

    /**
     * Starts the package with a store of invented secrets, which refuses all other calls. A process
     * that fails writes the archive of what it has loaded.
     */
    @Override
    public void warm(Path unpacked) throws IOException {
        try (var store = new SecretStore()) {
            Rehearsal.of(function, LambdaHost.HEALTH_CHECK, api -> start(unpacked, api, store));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while %s started".formatted(function.label()), e);
        }
    }

    private Process start(Path unpacked, String runtimeApi, SecretStore store) throws IOException {
        var builder =
                new ProcessBuilder(unpacked.resolve(ProcessLayout.SCRIPT).toString())
                        .directory(unpacked.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        var environment = builder.environment();
        // Inherits nothing of this machine's environment, above all no real credentials.
        environment.clear();
        environment.putAll(asLambdaDoes(unpacked, runtimeApi));
        environment.putAll(store.keep(function, settings(store.address())));
        environment.put("JAVA_TOOL_OPTIONS", "-XX:ArchiveClassesAtExit=" + FILE);
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private Map<String, String> asLambdaDoes(Path unpacked, String runtimeApi) {
        return Map.of(
                "PATH",
                "/usr/local/bin:/usr/bin:/bin",
                "JAVA_HOME",
                System.getProperty("java.home"),
                "AWS_LAMBDA_RUNTIME_API",
                runtimeApi,
                "AWS_LAMBDA_FUNCTION_NAME",
                function.functionName(),
                "AWS_REGION",
                LocalAws.REGION,
                "AWS_ACCESS_KEY_ID",
                LocalAws.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                LocalAws.SECRET_KEY,
                "LAMBDA_TASK_ROOT",
                unpacked.toString(),
                "_HANDLER",
                HANDLER);
    }

    private static Map<String, String> settings(URI nowhere) {
        var variables = new HashMap<String, String>();
        variables.put("AWS_ENDPOINT_URL", nowhere.toString());
        variables.put(Table.NAME_VARIABLE, Table.NAME);
        for (var queue : Queue.values()) {
            variables.put(
                    queue.urlVariable(),
                    "%s/%s/%s".formatted(nowhere, LocalAws.ACCOUNT, queue.queueName()));
        }
        var shop = EmbeddedStack.DEMO_SHOP;
        var channels = StackJson.object();
        channels.putObject(shop).put("type", "shopify").put("shop", EmbeddedStack.DEMO_SHOP_DOMAIN);
        var signing = StackJson.object();
        signing.putArray(shop).add("rehearsal-of-webhooks");
        var apis = StackJson.object();
        apis.putObject(shop).put("url", nowhere.toString()).put("token", "rehearsal-of-shop");
        var subscribers = StackJson.array();
        subscribers
                .addObject()
                .put("name", "console")
                .put("url", nowhere.toString())
                .putArray("secrets")
                .add("rehearsal-of-subscriber");
        variables.put("ORDERLOOM_CHANNELS", channels.toString());
        variables.put("ORDERLOOM_CHANNEL_SECRETS", signing.toString());
        variables.put("ORDERLOOM_CHANNEL_APIS", apis.toString());
        variables.put("ORDERLOOM_SUBSCRIBERS", subscribers.toString());
        variables.put("ORDERLOOM_ERP", "sandbox");
        variables.put("ERP_SANDBOX_URL", nowhere.toString());
        variables.put("ERP_SANDBOX_TOKEN", "rehearsal-of-erp");
        return variables;
    }
}
