package io.orderloom.bench;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.StackOptions;

/** A running stack and the sender of its orders. */
record TestBed(EmbeddedStack stack, Load load) implements AutoCloseable {

    static TestBed start(StackOptions.Builder options, long seed, ProgressLine progress)
            throws InterruptedException {
        var ears = new Load.Ears();
        var stack =
                EmbeddedStack.start(options.progress(progress::line).listener(ears::hear).build());
        // Closing twice is harmless, and after a signal only this hook runs.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stack::close));
        return new TestBed(stack, new Load(stack, ears, seed, progress));
    }

    @Override
    public void close() {
        load.close();
        stack.close();
    }
}
