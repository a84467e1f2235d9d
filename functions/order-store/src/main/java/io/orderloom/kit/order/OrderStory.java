package io.orderloom.kit.order;

import io.orderloom.core.OrderState;
import io.orderloom.task.Task;
import java.util.List;
import java.util.Map;

/**
 * All that is stored of an order but its document and its buyer.
 *
 * @param entries of its log, oldest first
 * @param tasks by name, each as far as it has come
 * @param exceptions open and settled
 * @param payloads how many deliveries about it are kept as they came
 */
public record OrderStory(
        OrderState state,
        List<LogEntry> entries,
        Map<String, Task> tasks,
        List<ExceptionRecord> exceptions,
        int payloads) {
    public OrderStory {
        entries = List.copyOf(entries);
        tasks = Map.copyOf(tasks);
        exceptions = List.copyOf(exceptions);
    }
}
