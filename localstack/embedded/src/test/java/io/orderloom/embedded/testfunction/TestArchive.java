package io.orderloom.embedded.testfunction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages {@link TestFunction} as a build packages a real one: classes, and jars in lib. */
public final class TestArchive {
    public static final String HANDLER = TestFunction.class.getName() + "::handleRequest";

    private TestArchive() {}

    public static Map<Function, Path> of(Path directory, Function... functions) throws IOException {
        var archive = directory.resolve("function.zip");
        if (!Files.exists(archive)) {
            write(archive);
        }
        var archives = new EnumMap<Function, Path>(Function.class);
        for (var function : functions) {
            archives.put(function, archive);
        }
        return archives;
    }

    private static void write(Path archive) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var type : List.of(TestFunction.class, Script.class)) {
                var name = type.getName().replace('.', '/') + ".class";
                zip.putNextEntry(new ZipEntry(name));
                try (var in = TestArchive.class.getClassLoader().getResourceAsStream(name)) {
                    if (in == null) {
                        throw new IOException(name);
                    }
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
            for (var type : List.of(ObjectMapper.class, JsonFactory.class, JsonCreator.class)) {
                var jar = jar(type);
                zip.putNextEntry(new ZipEntry("lib/" + jar.getFileName()));
                Files.copy(jar, zip);
                zip.closeEntry();
            }
        }
    }

    private static Path jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
