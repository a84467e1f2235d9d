package io.orderloom.simulation.schedule;

/**
 * Unwinds a strand that was ended. No code catches it: an {@link Error}, because a process that
 * dies runs none of its handlers either, and whatever they touch is refused to it.
 */
public final class StrandEnded extends Error {
    private static final long serialVersionUID = 1L;

    public StrandEnded(String how) {
        super(how, null, false, false);
    }
}
