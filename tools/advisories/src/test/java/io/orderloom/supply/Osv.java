package io.orderloom.supply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** OSV records and a bill of materials, for tests. */
final class Osv {
    private Osv() {}

    /**
     * @param events as JSON, for example {@code {"introduced":"0"},{"fixed":"1.2"}}
     */
    static String record(String id, String modified, String packageName, String events) {
        return """
        {"id": "%s", "modified": "%s", "summary": "bad things happen",
         "affected": [{"package": {"ecosystem": "Maven", "name": "%s"},
                       "ranges": [{"type": "ECOSYSTEM", "events": [%s]}]}]}
        """
                .formatted(id, modified, packageName, events);
    }

    static Path directory(Path place, String... records) throws IOException {
        Files.createDirectories(place);
        for (int i = 0; i < records.length; i++) {
            Files.writeString(place.resolve("record-%d.json".formatted(i)), records[i]);
        }
        return place;
    }

    static Path zip(Path file, String... records) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < records.length; i++) {
                zip.putNextEntry(new ZipEntry("record-%d.json".formatted(i)));
                zip.write(records[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /**
     * A bill of materials with one library in the given version, which the module {@code
     * orderloom-intake} contains through another one.
     */
    static Path sbom(Path file, String packageName, String version) throws IOException {
        var purl = "pkg:maven/%s@%s?type=jar".formatted(packageName.replace(':', '/'), version);
        return Files.writeString(
                file,
                """
                {"bomFormat": "CycloneDX",
                 "metadata": {"component": {"bom-ref": "root", "purl": "pkg:maven/io.orderloom/orderloom@1?type=pom"}},
                 "components": [
                   {"bom-ref": "intake", "purl": "pkg:maven/io.orderloom/orderloom-intake@1?type=jar"},
                   {"bom-ref": "between", "purl": "pkg:maven/org.example/between@7?type=jar"},
                   {"bom-ref": "library", "purl": "%s"}],
                 "dependencies": [
                   {"ref": "root", "dependsOn": ["intake"]},
                   {"ref": "intake", "dependsOn": ["between"]},
                   {"ref": "between", "dependsOn": ["library"]}]}
                """
                        .formatted(purl));
    }
}
