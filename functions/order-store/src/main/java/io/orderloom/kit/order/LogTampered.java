package io.orderloom.kit.order;

import io.orderloom.exception.OrderException;

/**
 * An order's log was changed by hand, and nothing is appended to it. The message is not lost: it is
 * delivered again and becomes a dead letter in the end, so that it can be redriven once the log is
 * repaired.
 */
public final class LogTampered extends IllegalStateException {
    private static final long serialVersionUID = 1;

    LogTampered(OrderException opened) {
        super(opened.detail());
    }
}
