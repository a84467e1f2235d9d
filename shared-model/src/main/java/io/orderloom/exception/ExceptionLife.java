package io.orderloom.exception;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an exception has come. What a state does not allow, it has no method for: only a live one
 * can be assigned, resolved or waived.
 */
public sealed interface ExceptionLife {

    Occurrences met();

    /** What was done about it, oldest first. */
    List<HistoryEntry> history();

    /** After the same trouble was met, perhaps again. */
    ExceptionLife met(Instant at);

    static Open opened(Instant at, String why) {
        return new Open(
                Occurrences.first(at),
                List.of(HistoryEntry.of(HistoryEntry.Kind.OPENED, AuditEntry.ourselves(at, why))));
    }

    /** How often it was opened: once, and again for each time that it came back. */
    default int openings() {
        return 1
                + (int)
                        history().stream()
                                .filter(step -> step.kind() == HistoryEntry.Kind.REOPENED)
                                .count();
    }

    /** Somebody has to do something about it. */
    sealed interface Live extends ExceptionLife {

        /**
         * @throws IllegalArgumentException if {@code to} is blank or too long
         */
        default Assigned assign(AuditEntry deed, String to) {
            return new Assigned(
                    met(),
                    AuditEntry.name("to", to),
                    with(
                            history(),
                            new HistoryEntry(HistoryEntry.Kind.ASSIGNED, deed, Optional.of(to))));
        }

        /** The cause is gone: if it is met again, that is news. */
        default Resolved resolve(AuditEntry deed) {
            return new Resolved(
                    met(), with(history(), HistoryEntry.of(HistoryEntry.Kind.RESOLVED, deed)));
        }

        /** It is taken as it is: if it is met again, that is counted and no news. */
        default Waived waive(AuditEntry deed) {
            return new Waived(
                    met(), with(history(), HistoryEntry.of(HistoryEntry.Kind.WAIVED, deed)));
        }
    }

    /** Nobody has taken it yet. */
    record Open(Occurrences met, List<HistoryEntry> history) implements Live {
        public Open {
            history = List.copyOf(history);
        }

        @Override
        public Open met(Instant at) {
            return met.knows(at) ? this : new Open(met.and(at), history);
        }
    }

    /**
     * @param to who has it
     */
    record Assigned(Occurrences met, String to, List<HistoryEntry> history) implements Live {
        public Assigned {
            history = List.copyOf(history);
        }

        @Override
        public Assigned met(Instant at) {
            return met.knows(at) ? this : new Assigned(met.and(at), to, history);
        }
    }

    record Resolved(Occurrences met, List<HistoryEntry> history) implements ExceptionLife {
        public Resolved {
            history = List.copyOf(history);
        }

        @Override
        public ExceptionLife met(Instant at) {
            if (met.knows(at)) {
                return this;
            }
            return isSettledBy(history.getLast().deed(), at)
                    ? new Resolved(met.and(at), history)
                    : new Open(
                            met.and(at),
                            with(
                                    history,
                                    HistoryEntry.of(
                                            HistoryEntry.Kind.REOPENED,
                                            AuditEntry.ourselves(at, "met again"))));
        }

        /**
         * Facts settle all that was met until then. A person settles what he has seen, and by a
         * clock that nobody else goes by: whatever is met after that is news.
         */
        private static boolean isSettledBy(AuditEntry deed, Instant at) {
            return deed.byOurselves() && !at.isAfter(deed.at());
        }
    }

    record Waived(Occurrences met, List<HistoryEntry> history) implements ExceptionLife {
        public Waived {
            history = List.copyOf(history);
        }

        @Override
        public Waived met(Instant at) {
            return met.knows(at) ? this : new Waived(met.and(at), history);
        }
    }

    private static List<HistoryEntry> with(List<HistoryEntry> history, HistoryEntry step) {
        return Stream.concat(history.stream(), Stream.of(step)).toList();
    }
}
