package io.orderloom.kit.order;

/** Counts the exceptions that were opened. */
public interface ExceptionCounter {

    /**
     * @param type in lower case
     */
    void raised(String type);
}
