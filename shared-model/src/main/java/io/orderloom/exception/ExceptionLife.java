package io.orderloom.exception;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The life of an exception so far. A state has no method for what it does not allow: only a live
 * exception can be assigned, resolved or waived.
 */
public sealed interface ExceptionLife {

    Occurrences met();

    /** The steps that were taken, oldest first. */
    List<HistoryEntry> history();

    /** The life after an occurrence of the same trouble, be it new or counted already. */
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

    /** An exception that somebody has to do something about. */
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

        /** Ends the exception because its cause is gone. A further occurrence opens it again. */
        default Resolved resolve(AuditEntry deed) {
            return new Resolved(
                    met(), with(history(), HistoryEntry.of(HistoryEntry.Kind.RESOLVED, deed)));
        }

        /** Ends the exception by accepting it as it is. A further occurrence is only counted. */
        default Waived waive(AuditEntry deed) {
            return new Waived(
                    met(), with(history(), HistoryEntry.of(HistoryEntry.Kind.WAIVED, deed)));
        }
    }

    /** An exception that nobody has taken yet. */
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
     * @param to the person or team that has it
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
                                            AuditEntry.ourselves(at, "occurred again"))));
        }

        /**
         * Whether the resolution covers an occurrence at that time. Facts settle every occurrence
         * until then. A person settles only occurrences that were counted by then, and that
         * person's clock is compared with no other, so a later one is new.
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
