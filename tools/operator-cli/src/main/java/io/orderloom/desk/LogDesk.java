package io.orderloom.desk;

import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.CheckedLog;
import io.orderloom.kit.order.LogHead;
import io.orderloom.kit.order.LogVerification;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Checks all logs, and names each item that is not as it was written. */
final class LogDesk {
    private final LogVerification verification;
    private final PrintStream out;
    private long orders;
    private long entries;
    private long tampered;

    LogDesk(LogVerification verification, PrintStream out) {
        this.verification = verification;
        this.out = out;
    }

    /** Returns true if nothing was found. */
    boolean verify(CommandArguments words, Instant now) {
        var anchors =
                words.find("ANCHORS")
                        .map(directory -> Anchors.below(Path.of(directory)))
                        .orElseGet(Anchors::none);
        var heads = words.find("HEADS").map(directory -> Path.of(directory));
        if (heads.isPresent()) {
            writing(heads.get(), name(now), anchors);
        } else {
            verification.all(log -> checked(log, anchors));
        }
        anchors.unmet()
                .forEach(order ->
                        say(order, "STATE", "the anchors name it, and it is not in the table"));
        out.printf("verify-log: orders=%d entries=%d tampered=%d%n", orders, entries, tampered);
        return tampered == 0;
    }

    /** Each run has a file of its own, which is never overwritten. */
    private static String name(Instant now) {
        return now.toString().replace(':', '-') + Anchors.ENDING;
    }

    /** Writes the heads of intact logs only: the head of a changed log is not worth keeping. */
    private void writing(Path directory, String name, Anchors anchors) {
        try {
            var file = Files.createDirectories(directory).resolve(name);
            try (var writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
                verification.all(log -> {
                    if (checked(log, anchors)) {
                        log.head().ifPresent(head -> write(writer, head));
                    }
                });
            }
        } catch (IOException | UncheckedIOException full) {
            throw new UsageException("HEADS: '%s' can't be written: %s".formatted(directory, full));
        }
    }

    private static void write(Writer writer, LogHead head) {
        try {
            writer.write(Json.text(head) + "\n");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private boolean checked(CheckedLog found, Anchors anchors) {
        var log = found.against(anchors.meet(found.order()));
        orders++;
        entries += log.hashes().size();
        log.tampered().forEach(item -> say(log.order(), item.item(), item.what()));
        return log.tampered().isEmpty();
    }

    private void say(String order, String item, String what) {
        tampered++;
        out.printf("tampered: order=%s item=%s: %s%n", order, item, what);
    }
}
