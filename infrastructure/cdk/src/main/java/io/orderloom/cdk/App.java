package io.orderloom.cdk;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.cxapi.CloudFormationStackArtifact;

/**
 * Writes the cloud assembly of all stages, and with arguments of these stages only: {@code java -cp
 * … io.orderloom.cdk.App [stage…]}. Needs node, and no AWS account.
 *
 * <p>Run in the project's root or with {@code -Dorderloom.root}; {@code -Dorderloom.settings} names
 * another file of the stage, or another {@code cdk.json}; {@code -Dorderloom.architecture} the
 * machines of stages that name none: those of the machine that an emulator runs on. The CDK command
 * line tells by {@code CDK_OUTDIR} where to write.
 */
public final class App {
    private static final String DIRECTORY = "cdk.out";

    private App() {}

    public static void main(String[] args) {
        var root = Path.of(System.getProperty("orderloom.root", "."));
        try {
            var settings =
                    Settings.of(Optional.ofNullable(System.getenv("CDK_CONTEXT_JSON")), root)
                            .orElseGet(() -> settings(root, List.of(args)));
            Optional.ofNullable(System.getProperty("orderloom.architecture"))
                    .ifPresent(own -> settings.defaults().put("architecture", own));
            var stages =
                    args.length == 0
                            ? settings.onAws()
                            : List.of(args).stream().map(settings::stage).toList();
            var directory =
                    Optional.ofNullable(System.getenv("CDK_OUTDIR"))
                            .orElseGet(() -> root.resolve(DIRECTORY).toString());
            synthesize(Path.of(directory), stages, new FunctionPackages(root))
                    .forEach(stack -> System.out.printf("%s/%s.template.json%n", directory, stack));
        } catch (FunctionPackage.Unfit | Settings.Unusable reason) {
            System.err.println(reason.getMessage());
            System.exit(1);
        }
    }

    private static Settings settings(Path root, List<String> stages) {
        return Optional.ofNullable(System.getProperty("orderloom.settings"))
                .filter(named -> !named.isBlank())
                .map(named -> Settings.read(root, Path.of(named), stages))
                .orElseGet(() -> Settings.read(root));
    }

    /**
     * One stack a stage and one for each option that lies elsewhere, each judged by cdk-nag, whose
     * report lies beside the templates.
     */
    static List<String> synthesize(Path directory, List<Stage> stages, FunctionPackages packages) {
        var app =
                software.amazon.awscdk.App.Builder.create()
                        .outdir(directory.toAbsolutePath().toString())
                        .analyticsReporting(false)
                        .build();
        for (var stage : stages) {
            new OrderloomStack(app, stage, packages.of(stage));
            if (stage.parameters().frontDoor().on()) {
                new FrontDoorStack(app, stage);
            }
            if (stage.parameters().backup().on()) {
                new CopiesStack(app, stage);
            }
        }
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reports(true).build());
        return app.synth().getStacks().stream()
                .map(CloudFormationStackArtifact::getStackName)
                .toList();
    }
}
