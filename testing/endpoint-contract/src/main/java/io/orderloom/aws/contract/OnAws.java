package io.orderloom.aws.contract;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Tests that share one set of queues and one table. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class OnAws {
    private final List<Aws> opened = new ArrayList<>();

    protected abstract Aws open();

    @BeforeAll
    void provision() {
        opened.add(open());
    }

    @AfterAll
    void close() {
        opened.forEach(Aws::close);
    }

    final Aws aws() {
        return opened.getFirst();
    }
}
