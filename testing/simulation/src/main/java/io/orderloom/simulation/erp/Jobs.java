package io.orderloom.simulation.erp;

import io.orderloom.simulation.erp.SimulatedBooks.Commit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders that the ERP accepted and processes later, one job each. */
final class Jobs {
    private final ErpHost host;
    private final Map<String, List<Job>> byReference = new HashMap<>();
    private int made;
    private int running;

    Jobs(ErpHost host) {
        this.host = host;
    }

    /** The progress of a job. */
    sealed interface Progress {
        record Running() implements Progress {}

        record Booked(String documentId) implements Progress {}

        record Refused(Entered.Refused why) implements Progress {}

        /** The job ended without a document for a reason that passes: a locked row, a restart. */
        record Broken() implements Progress {}
    }

    static final class Job {
        private final int number;
        private final Instant visibleAt;
        private Progress progress = new Progress.Running();

        private Job(int number, Instant visibleAt) {
            this.number = number;
            this.visibleAt = visibleAt;
        }

        int number() {
            return number;
        }

        Progress progress() {
            return progress;
        }
    }

    /** Accepts an order, however often it comes. */
    Job submit(SentSalesOrder order, Commit commit) {
        var job = new Job(++made, host.scheduler().instant().plus(commit.unseenFor()));
        byReference.computeIfAbsent(order.reference(), _ -> new ArrayList<>()).add(job);
        running++;
        host.scheduler().after(host.weather().idle(), () -> run(job, order, commit));
        return job;
    }

    private void run(Job job, SentSalesOrder order, Commit commit) {
        running--;
        job.progress =
                commit.whole() ? progress(host.create(order, Commit.PLAIN)) : new Progress.Broken();
    }

    private static Progress progress(Entered entered) {
        return switch (entered) {
            case Entered.Booked(var entry) -> new Progress.Booked(entry.id());
            case Entered.Refused refused -> new Progress.Refused(refused);
        };
    }

    /** The jobs with this reference, as far as the list of jobs shows them by now. */
    List<Job> visible(String reference) {
        var now = host.scheduler().instant();
        return Optional.ofNullable(byReference.get(reference)).orElseGet(List::of).stream()
                .filter(job -> !job.visibleAt.isAfter(now))
                .toList();
    }

    /**
     * Puts away a job whose order was rejected once the rejection was read, so that the order can
     * be sent again.
     */
    boolean putAwayRefused(String reference) {
        Optional.ofNullable(byReference.get(reference))
                .ifPresent(jobs -> jobs.removeIf(job -> job.progress instanceof Progress.Refused));
        return true;
    }

    boolean areDone() {
        return running == 0;
    }
}
