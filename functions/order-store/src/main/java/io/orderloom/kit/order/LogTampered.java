package io.orderloom.kit.order;

import io.orderloom.exception.OrderException;

/**
 * Somebody changed an order's log, and nothing is appended to it. The message is kept: it is handed
 * out again, and is a dead letter in the end, so that it can be redriven once the log is mended.
 */
public final class LogTampered extends IllegalStateException {
    private static final long serialVersionUID = 1;

    LogTampered(OrderException opened) {
        super(opened.detail());
    }
}
