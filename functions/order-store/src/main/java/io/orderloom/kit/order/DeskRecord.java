package io.orderloom.kit.order;

import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.kit.order.ExceptionDesk.Outcome;
import java.util.Optional;

/** Records a person's action on an exception, unless the exception changed meanwhile. */
final class DeskRecord {
    private final ExceptionStore exceptions;

    DeskRecord(ExceptionStore exceptions) {
        this.exceptions = exceptions;
    }

    Outcome saved(ExceptionRecord kept, ExceptionLife after, Optional<String> followed) {
        return exceptions.save(kept, after)
                ? new Outcome.Done(
                        new ExceptionRecord(
                                kept.key(), kept.value().with(after), kept.version() + 1),
                        followed)
                : new Outcome.Overtaken();
    }

    static AuditEntry noted(AuditEntry deed, String what) {
        return new AuditEntry(deed.at(), deed.by(), what + deed.why());
    }
}
