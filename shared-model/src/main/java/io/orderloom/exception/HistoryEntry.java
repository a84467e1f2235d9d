package io.orderloom.exception;

import java.util.Optional;

/**
 * One step of an exception's life. Steps are only ever added.
 *
 * @param to the person or team that it was assigned to, where it was
 */
public record HistoryEntry(Kind kind, AuditEntry deed, Optional<String> to) {

    public enum Kind {
        OPENED,
        ASSIGNED,
        RESOLVED,
        WAIVED,
        /** The same trouble occurred again after it had been resolved. */
        REOPENED
    }

    static HistoryEntry of(Kind kind, AuditEntry deed) {
        return new HistoryEntry(kind, deed, Optional.empty());
    }
}
