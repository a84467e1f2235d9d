package io.orderloom.desk;

import io.orderloom.card.CardNumbers;
import io.orderloom.kit.order.CardScan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Searches the table and files of logs for numbers of payment cards, and names each place. */
final class CardDesk {
    private final CardScan table;
    private final PrintStream out;
    private long found;
    private long unread;

    CardDesk(CardScan table, PrintStream out) {
        this.table = table;
        this.out = out;
    }

    /** Returns true if none was found and all could be read. */
    boolean scan(CommandArguments words) {
        var files = words.find("LOGS").map(below -> files(Path.of(below))).orElse(List.of());
        files.forEach(this::look);
        long items = table.all(this::say);
        out.printf(
                "scan-pan: items=%d files=%d found=%d unread=%d%n",
                items, files.size(), found, unread);
        return found == 0 && unread == 0;
    }

    private void say(CardScan.Place place) {
        if (place.read()) {
            found++;
            out.printf("pan: %s %s: …%s%n", place.item(), place.field(), place.what());
        } else {
            unread++;
            out.printf("unread: %s %s: %s%n", place.item(), place.field(), place.what());
        }
    }

    private static List<Path> files(Path below) {
        try (var files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException away) {
            throw unreadable(below, away);
        }
    }

    private void look(Path file) {
        try (var lines = lines(file)) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                for (var last : CardNumbers.lastFour(line)) {
                    found++;
                    out.printf("pan: %s line %d: …%s%n", file, number, last);
                }
            }
        } catch (IOException away) {
            throw unreadable(file, away);
        }
    }

    /**
     * Also reads compressed files, because CloudWatch exports logs so. Bytes that are no text are
     * read as far as possible.
     */
    private static BufferedReader lines(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return new BufferedReader(
                new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8));
    }

    private static UsageException unreadable(Path path, IOException away) {
        return new UsageException("LOGS: '%s' can't be read: %s".formatted(path, away));
    }
}
