package io.orderloom.contract.gate;

import io.orderloom.contract.Contracts;
import java.nio.file.Path;
import java.util.List;

/** Writes the schemas into {@code docs}; with {@code --publish} also as the published ones. */
public final class SchemaWriter {
    private SchemaWriter() {}

    /**
     * @param arguments the project's root, and {@code --publish} or nothing
     */
    public static void main(String[] arguments) {
        var root = Path.of(arguments[0]);
        var contracts = Contracts.of(root);
        var publication = new Publication(root.resolve("docs"));
        publication.write(contracts);
        var broken = SchemaGate.broken(publication, contracts);
        broken.forEach(System.out::println);
        if (List.of(arguments).contains("--publish")) {
            if (!broken.isEmpty()) {
                System.out.println("not published");
                System.exit(1);
            }
            publication.publish(contracts);
        }
        System.out.printf(
                "schemas: written=%d broken=%d%n", contracts.schemas().size(), broken.size());
    }
}
