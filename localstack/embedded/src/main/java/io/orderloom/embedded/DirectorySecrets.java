package io.orderloom.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/** Random secrets of one data directory, made once, readable by their owner only. */
public final class DirectorySecrets {
    private static final int BYTES = 32;

    private final Properties values = new Properties();

    private DirectorySecrets() {}

    /** The directory's secrets, made if it has none yet. */
    public static DirectorySecrets in(Path directory) {
        var file = directory.resolve("secrets.properties");
        var secrets = new DirectorySecrets();
        try {
            if (Files.exists(file)) {
                secrets.values.load(new StringReader(Files.readString(file)));
            } else {
                secrets.generate();
                secrets.write(file);
            }
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException("can't keep secrets in " + file, e);
        }
    }

    /** The secret with which the demo shop signs its webhooks. */
    public String demoShop() {
        return values.getProperty("demo-shop", "");
    }

    /** The token with which the demo shop accepts refunds. */
    public String demoShopToken() {
        return values.getProperty("demo-shop-token", "");
    }

    public String erpToken() {
        return values.getProperty("erp-token", "");
    }

    /** The subscriber's secret in the form of Standard Webhooks. */
    public String subscriber() {
        return "whsec_" + values.getProperty("subscriber", "");
    }

    private void generate() {
        values.setProperty("demo-shop", HexFormat.of().formatHex(random()));
        values.setProperty("demo-shop-token", HexFormat.of().formatHex(random()));
        values.setProperty("erp-token", HexFormat.of().formatHex(random()));
        values.setProperty("subscriber", Base64.getEncoder().encodeToString(random()));
    }

    /**
     * Writes under another name first: a stack that is killed meanwhile must not leave half a file.
     */
    private void write(Path file) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        // The permissions come first: a secret must not be readable even for a moment.
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    half,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        var text = new StringWriter();
        values.store(text, "made by the embedded stack");
        Files.writeString(half, text.toString());
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
