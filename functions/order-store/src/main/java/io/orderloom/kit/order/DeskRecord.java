package io.orderloom.kit.order;

import io.orderloom.exception.Deed;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.kit.order.ExceptionDesk.Outcome;
import java.util.Optional;

/** What a person did about an exception is on record, unless the exception changed meanwhile. */
final class DeskRecord {
    private final ExceptionStore exceptions;

    DeskRecord(ExceptionStore exceptions) {
        this.exceptions = exceptions;
    }

    Outcome saved(KeptException kept, ExceptionLife after, Optional<String> followed) {
        return exceptions.save(kept, after)
                ? new Outcome.Done(
                        new KeptException(kept.key(), kept.value().with(after), kept.version() + 1),
                        followed)
                : new Outcome.Overtaken();
    }

    static Deed noted(Deed deed, String what) {
        return new Deed(deed.at(), deed.by(), what + deed.why());
    }
}
