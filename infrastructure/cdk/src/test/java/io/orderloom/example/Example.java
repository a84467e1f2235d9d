package io.orderloom.example;

import java.nio.file.Path;
import software.amazon.awscdk.App;

/** The application of a shop that uses Orderloom as a part. */
public final class Example {
    private Example() {}

    /** The shop's template. */
    public static Path synthesize(Path root) {
        var app =
                App.Builder.create()
                        .outdir(root.resolve("cdk.out").toAbsolutePath().toString())
                        .analyticsReporting(false)
                        .build();
        var stack = new ShopStack(app, root);
        app.synth();
        return root.resolve("cdk.out").resolve(stack.getStackName() + ".template.json");
    }
}
