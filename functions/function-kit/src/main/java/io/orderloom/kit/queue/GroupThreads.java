package io.orderloom.kit.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the groups of a batch run beside each other. */
@ApplicationScoped
public class GroupThreads {

    /** For one batch; closing it waits for all of its groups. */
    public ExecutorService open() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }
}
