package io.orderloom.cost;

import io.orderloom.embedded.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The JVM package of normalize with one more class, whose handler Lambda calls instead. */
final class FactsPackage {
    static final String HANDLER = "io.orderloom.facts.FactsHandler::handleRequest";

    private static final String CLASS = "io/orderloom/facts/FactsHandler.class";

    private FactsPackage() {}

    /**
     * @param root of the project, with normalize and the facts module built
     */
    static Path write(Path root, Path zip) throws IOException {
        var normalize = root.resolve(Path.of("functions", "normalize", "target", "function.zip"));
        var handler = root.resolve(Path.of("benchmarks", "facts", "target", "classes", CLASS));
        for (var needed : List.of(normalize, handler)) {
            if (!Files.exists(needed)) {
                throw new StartupFailure("%s is missing: run make build".formatted(needed));
            }
        }
        Files.createDirectories(zip.toAbsolutePath().resolveSibling("."));
        var partial = zip.resolveSibling(zip.getFileName() + ".partial");
        try (var in = new ZipInputStream(Files.newInputStream(normalize));
                var out = new ZipOutputStream(Files.newOutputStream(partial))) {
            out.setLevel(1);
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                    out.closeEntry();
                }
            }
            out.putNextEntry(new ZipEntry(CLASS));
            Files.copy(handler, out);
            out.closeEntry();
        }
        return Files.move(partial, zip, StandardCopyOption.REPLACE_EXISTING);
    }
}
