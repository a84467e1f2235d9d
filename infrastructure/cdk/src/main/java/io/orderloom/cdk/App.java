package io.orderloom.cdk;

import io.orderloom.topology.Function;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the cloud assembly: {@code java -cp … io.orderloom.cdk.App [stage] [directory]}.
 *
 * <p>Run in the project's root or with {@code -Dorderloom.root}. The CDK command line sets {@code
 * CDK_OUTDIR} and the context {@code stage} instead of the arguments.
 */
public final class App {
    private static final String DEFAULT_STAGE = "dev";
    private static final String DEFAULT_DIRECTORY = "cdk.out";

    private App() {}

    public static void main(String[] args) {
        var root = Path.of(System.getProperty("orderloom.root", "."));
        try {
            var packages = FunctionPackage.all(root);
            synthesize(Arrays.asList(args), packages);
        } catch (FunctionPackage.Missing missing) {
            System.err.println(missing.getMessage());
            System.exit(1);
        }
    }

    private static void synthesize(List<String> args, Map<Function, FunctionPackage> packages) {
        var app = software.amazon.awscdk.App.Builder.create().outdir(directory(args)).build();
        var stage =
                argument(args, 0)
                        .or(() -> context(app))
                        .map(Stage::new)
                        .orElse(new Stage(DEFAULT_STAGE));
        new OrderloomStack(app, stage, packages);
        app.synth();
    }

    private static String directory(List<String> args) {
        return argument(args, 1)
                .or(() -> Optional.ofNullable(System.getenv("CDK_OUTDIR")))
                .orElse(DEFAULT_DIRECTORY);
    }

    private static Optional<String> context(software.amazon.awscdk.App app) {
        return Optional.ofNullable(app.getNode().tryGetContext("stage")).map(String::valueOf);
    }

    private static Optional<String> argument(List<String> args, int index) {
        return index < args.size() ? Optional.of(args.get(index)) : Optional.empty();
    }
}
