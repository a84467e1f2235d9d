package io.orderloom.simulation.schedule;

/**
 * Unwinds a simulated thread that was ended. It is an {@link Error} that no code catches, because a
 * process that dies runs none of its handlers, and everything that they might touch rejects them.
 */
public final class StrandEnded extends Error {
    private static final long serialVersionUID = 1L;

    public StrandEnded(String how) {
        super(how, null, false, false);
    }
}
