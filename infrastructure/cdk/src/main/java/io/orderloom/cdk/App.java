package io.orderloom.cdk;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.cxapi.CloudFormationStackArtifact;

/**
 * Writes the cloud assembly of all stages, or only of the stages named as arguments: {@code java
 * -cp … io.orderloom.cdk.App [stage…]}. Needs node, and no AWS account.
 *
 * <p>Run it in the project's root or with {@code -Dorderloom.root}. {@code -Dorderloom.settings}
 * names another file of the stage, or another {@code cdk.json}. {@code -Dorderloom.architecture}
 * names the architecture for stages that set none, such as that of the machine on which an emulator
 * runs. The CDK command line tool sets {@code CDK_OUTDIR} to the directory to write to.
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
     * Makes one stack for each stage and one for each option that is deployed elsewhere. cdk-nag
     * checks each stack and writes its report beside the templates.
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
