package io.orderloom.upgrade;

import io.orderloom.embedded.Packaging;
import io.orderloom.topology.Function;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The packages of an earlier version, which may have had fewer functions. */
final class Earlier {
    private Earlier() {}

    /**
     * The package of each function. In a version without {@code maintenance}, {@code normalize} did
     * its work and knows the same events, so it takes that place as well.
     *
     * @param root of the earlier project, with its functions packaged
     */
    static Map<Function, Path> archives(Path root) {
        var archives = new EnumMap<>(Packaging.JVM.archives(root));
        var normalize = archives.getOrDefault(Function.NORMALIZE, root);
        archives.computeIfPresent(
                Function.MAINTENANCE,
                (_, archive) -> Files.isRegularFile(archive) ? archive : normalize);
        return archives;
    }
}
