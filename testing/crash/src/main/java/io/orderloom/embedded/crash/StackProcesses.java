package io.orderloom.embedded.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lives of one stack: each begins on what the one before left, and at the same ports. */
record StackProcesses(Path root, List<String> words) {

    /**
     * @param root of the project
     * @param words how the stack is to be, as for {@code make run}
     */
    StackProcesses {
        words = new ArrayList<>(words);
        words.addAll(LastingPorts.words());
        words = List.copyOf(words);
    }

    /** Begins to start. */
    StackProcess next() throws IOException {
        return new StackProcess(root, words);
    }
}
