package io.orderloom.embedded.lambda;

import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.http.ProxyHook;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts one process of one function, with the environment that Lambda gives it. */
final class Launcher {
    private static final String RUNTIME_CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private static final String RUNTIME_LIBRARY =
            "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";

    /**
     * Compiles after a tenth of the usual number of calls: a function's code runs once for each
     * order, and would be interpreted for its first thousands of orders.
     */
    private static final String COMPILE_SOON = "-XX:CompileThresholdScaling=0.1";

    private final Function function;
    private final UnpackedPackage unpacked;
    private final String handler;
    private final List<String> memoryOptions;
    private final Map<String, String> configuration;
    private final Path log;
    private final ProxyHook detour;
    private final Guard guard;

    /**
     * @param handler the class and method that Lambda's Java runtime calls
     * @param memoryOptions options that a JVM and a native executable both understand
     * @param configuration the function's own variables
     * @param guard kills the process if it would outlive the stack
     */
    Launcher(
            Function function,
            UnpackedPackage unpacked,
            String handler,
            List<String> memoryOptions,
            Map<String, String> configuration,
            Path log,
            ProxyHook detour,
            Guard guard) {
        this.function = function;
        this.unpacked = unpacked;
        this.handler = handler;
        this.memoryOptions = memoryOptions;
        this.configuration = configuration;
        this.log = log;
        this.detour = detour;
        this.guard = guard;
    }

    Function function() {
        return function;
    }

    UnpackedPackage unpacked() {
        return unpacked;
    }

    Path log() {
        return log;
    }

    /**
     * @param runtimeApi host and port
     * @param cacheOptions JVM options that use or make its AOT cache
     */
    Process start(String runtimeApi, List<String> cacheOptions) throws IOException {
        Files.createDirectories(log.resolveSibling("."));
        var builder =
                new ProcessBuilder(command(cacheOptions))
                        .directory(unpacked.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var environment = builder.environment();
        // Inherits nothing of this machine's environment, above all no real credentials.
        environment.clear();
        environment.putAll(asLambdaDoes());
        environment.putAll(configuration);
        environment.putAll(unpacked.kind().variables());
        environment.put(
                "AWS_LAMBDA_RUNTIME_API",
                detour.to(
                                function.label(),
                                ProxyHook.Service.RUNTIME,
                                URI.create("http://" + runtimeApi))
                        .getAuthority());
        var process = builder.start();
        guard.watch(process);
        process.getOutputStream().close();
        return process;
    }

    private List<String> command(List<String> cacheOptions) {
        var command = new ArrayList<String>();
        switch (unpacked.kind()) {
            case UnpackedPackage.Kind.Native(var bootstrap) -> {
                command.add(bootstrap.toString());
                command.addAll(memoryOptions);
            }
            case UnpackedPackage.Kind.Java(var classPath, var runtimeLibrary) -> {
                command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
                command.addAll(memoryOptions);
                command.addAll(
                        List.of(
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                COMPILE_SOON,
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--enable-native-access=ALL-UNNAMED"));
                runtimeLibrary.ifPresent(file -> command.add(RUNTIME_LIBRARY + file));
                command.addAll(cacheOptions);
                command.add("-cp");
                command.add(
                        classPath.stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(java.io.File.pathSeparator)));
                command.add(RUNTIME_CLIENT);
                command.add(handler);
            }
        }
        return command;
    }

    private Map<String, String> asLambdaDoes() {
        return Map.ofEntries(
                Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("TZ", ":UTC"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.functionName()),
                Map.entry(
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        Integer.toString(function.memoryMegabytes())),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.functionName()),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "local"),
                Map.entry("AWS_REGION", LocalAws.REGION),
                Map.entry("AWS_DEFAULT_REGION", LocalAws.REGION),
                Map.entry("AWS_ACCESS_KEY_ID", LocalAws.ACCESS_KEY),
                Map.entry("AWS_SECRET_ACCESS_KEY", LocalAws.SECRET_KEY),
                Map.entry("LAMBDA_TASK_ROOT", unpacked.directory().toString()),
                Map.entry("_HANDLER", handler));
    }
}
