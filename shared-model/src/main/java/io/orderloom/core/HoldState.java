package io.orderloom.core;

import io.orderloom.order.Hold;
import java.util.Optional;

/**
 * A hold on an order. Its release may be known before its placing.
 *
 * @param kind known once the hold was placed
 */
public record HoldState(String hold, Optional<Hold.Kind> kind, boolean released) {

    static HoldState unseen(String hold) {
        return new HoldState(hold, Optional.empty(), false);
    }

    HoldState placed(Hold.Kind as) {
        return new HoldState(
                hold, Optional.of(kind.filter(k -> k.compareTo(as) <= 0).orElse(as)), released);
    }

    HoldState asReleased() {
        return new HoldState(hold, kind, true);
    }

    public boolean active() {
        return kind.isPresent() && !released;
    }
}
