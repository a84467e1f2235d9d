package io.orderloom.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the same stack again and again: each process continues on the data of the one before, at
 * the same ports.
 */
record StackProcesses(Path root, List<String> words) {

    /**
     * @param root of the project
     * @param words options of the stack, as for {@code make run}
     */
    StackProcesses {
        words = new ArrayList<>(words);
        words.addAll(LastingPorts.words());
        words = List.copyOf(words);
    }

    /** Starts the next process and does not wait until it is up. */
    StackProcess next() throws IOException {
        return new StackProcess(root, words);
    }
}
