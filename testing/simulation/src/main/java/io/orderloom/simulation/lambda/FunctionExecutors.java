package io.orderloom.simulation.lambda;

import io.orderloom.compensation.ErpCancelling;
import io.orderloom.compensation.Refunding;
import io.orderloom.kit.task.TaskExecutor;
import io.orderloom.posting.ErpPosting;
import io.orderloom.topology.Function;
import java.util.List;

/** The task executors of each function; in production its CDI container finds them. */
public final class FunctionExecutors {
    private FunctionExecutors() {}

    public static List<Class<? extends TaskExecutor>> of(Function function) {
        return switch (function) {
            case ERP_POST -> List.of(ErpPosting.class);
            case REFUND_COMPENSATION -> List.of(ErpCancelling.class, Refunding.class);
            case INTAKE, NORMALIZE, STATUS_FANOUT, MAINTENANCE -> List.of();
        };
    }
}
