package io.orderloom.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/**
 * A list of known vulnerabilities: a directory or a zip file of OSV records, such as the OSV
 * project publishes for Maven.
 *
 * @param date when the newest of its records was modified; the file's own date would be that of the
 *     copy
 * @param sha256 of the zip file; for a directory, of its files one after the other by name
 */
record AdvisoryList(List<Advisory> all, Instant date, String sha256) {

    static AdvisoryList read(Path place) throws IOException {
        var digest = digest();
        var contents = new TreeMap<String, byte[]>();
        if (Files.isDirectory(place)) {
            directory(place, contents);
            contents.values().forEach(digest::update);
        } else {
            digest.update(Files.readAllBytes(place));
            zip(place, contents);
        }
        var records = new ArrayList<OsvRecord>();
        for (var content : contents.entrySet()) {
            records.add(record(content.getKey(), content.getValue()));
        }
        var all =
                records.stream()
                        .filter(one -> !one.withdrawn())
                        .map(OsvRecord::advisory)
                        .filter(advisory -> !advisory.affected().isEmpty())
                        .toList();
        if (all.isEmpty()) {
            throw new IOException(
                    "%s has no OSV record about a package of Maven; it takes a directory or a zip of them"
                            .formatted(place));
        }
        var date = records.stream().map(OsvRecord::modified).max(Instant::compareTo).orElseThrow();
        return new AdvisoryList(all, date, HexFormat.of().formatHex(digest.digest()));
    }

    private static OsvRecord record(String name, byte[] content) throws IOException {
        try {
            return OsvRecord.of(content);
        } catch (IOException | RuntimeException unreadable) {
            throw new IOException(
                    "%s is no OSV record: %s".formatted(name, unreadable.getMessage()), unreadable);
        }
    }

    private static void directory(Path place, TreeMap<String, byte[]> contents) throws IOException {
        try (var files = Files.walk(place)) {
            for (var file : files.filter(AdvisoryList::json).toList()) {
                contents.put(place.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private static boolean json(Path file) {
        return Files.isRegularFile(file) && file.toString().endsWith(".json");
    }

    private static void zip(Path place, TreeMap<String, byte[]> contents) throws IOException {
        try (var zip = new ZipFile(place.toFile())) {
            for (var entry : zip.stream().filter(one -> one.getName().endsWith(".json")).toList()) {
                try (var content = zip.getInputStream(entry)) {
                    contents.put(entry.getName(), content.readAllBytes());
                }
            }
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
