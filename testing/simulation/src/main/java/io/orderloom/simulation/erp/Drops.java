package io.orderloom.simulation.erp;

import io.orderloom.simulation.erp.SimulatedBooks.Commit;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A directory that the ERP empties from time to time, and its answers, which come later and row by
 * row. Each file has one row.
 */
final class Drops {
    private final ErpHost host;
    private final Map<String, File> inbox = new LinkedHashMap<>();
    private final Map<String, Instant> archived = new HashMap<>();
    private final Map<String, Row> answers = new HashMap<>();
    private int due;

    Drops(ErpHost host) {
        this.host = host;
    }

    /** The request in a file. */
    sealed interface Wish {
        record Book(SentSalesOrder order) implements Wish {}

        record Cancel(String documentId) implements Wish {}
    }

    /** One row of the answers. */
    sealed interface Row {
        record Done(String documentId) implements Row {}

        record Refused(Entered.Refused why) implements Row {}
    }

    private record File(Wish wish, boolean skippedOnce, Instant visibleAt) {}

    /**
     * Puts a file there atomically, by renaming, and replaces one that is still there. A file with
     * the name of one that was processed counts as a new file.
     */
    boolean put(String name, Wish wish, Commit commit) {
        var visibleAt = host.scheduler().instant().plus(commit.unseenFor());
        inbox.put(name, new File(wish, !commit.whole(), visibleAt));
        due++;
        host.scheduler().after(host.weather().idle(), () -> pickUp(name));
        return true;
    }

    private void pickUp(String name) {
        due--;
        var file = inbox.get(name);
        if (file == null) {
            return;
        }
        due++;
        if (file.skippedOnce()) {
            // This run skips the file and leaves it to the next.
            inbox.put(name, new File(file.wish(), false, file.visibleAt()));
            host.scheduler().after(host.weather().idle(), () -> pickUp(name));
            return;
        }
        inbox.remove(name);
        archived.put(name, file.visibleAt());
        var row = deal(file.wish());
        host.scheduler()
                .after(
                        host.weather().idle(),
                        () -> {
                            due--;
                            answers.put(name, row);
                        });
    }

    private Row deal(Wish wish) {
        return switch (wish) {
            case Wish.Book(var order) ->
                    switch (host.create(order, Commit.PLAIN)) {
                        case Entered.Booked(var entry) -> new Row.Done(entry.id());
                        case Entered.Refused refused -> new Row.Refused(refused);
                    };
            case Wish.Cancel(var documentId) -> new Row.Done(host.books().cancel(documentId).id());
        };
    }

    Optional<Row> answer(String name) {
        return Optional.ofNullable(answers.get(name));
    }

    /**
     * Puts away a rejected file once its rejection was read, so that the order can be sent again.
     */
    boolean putAwayRefused(String name) {
        if (answers.get(name) instanceof Row.Refused) {
            answers.remove(name);
            archived.remove(name);
        }
        return true;
    }

    /** Returns whether the inbox or the archive shows the file by now. */
    boolean shows(String name) {
        var now = host.scheduler().instant();
        return Optional.ofNullable(inbox.get(name))
                .map(File::visibleAt)
                .or(() -> Optional.ofNullable(archived.get(name)))
                .filter(visibleAt -> !visibleAt.isAfter(now))
                .isPresent();
    }

    boolean areDone() {
        return due == 0;
    }
}
