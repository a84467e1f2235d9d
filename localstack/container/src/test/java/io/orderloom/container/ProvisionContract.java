package io.orderloom.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues and table are set up as the topology states. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ProvisionContract {
    private final List<Stack> opened = new ArrayList<>();

    abstract Stack open();

    @BeforeAll
    void provision() {
        opened.add(open());
    }

    @AfterAll
    void close() {
        opened.forEach(Stack::close);
    }

    @ParameterizedTest
    @EnumSource
    void a_queue_has_the_limits_that_the_topology_states(Queue queue) {
        var attributes =
                stack().sqs()
                        .getQueueAttributes(r ->
                                r.queueUrl(stack().url(queue))
                                        .attributeNames(QueueAttributeName.ALL))
                        .attributes();

        assertThat(attributes)
                .containsEntry(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Long.toString(queue.visibilityTimeout().toSeconds()));
        assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
                .contains(queue.deadLetterName(), Integer.toString(queue.maxReceiveCount()));
    }

    @Test
    void provisioning_again_changes_nothing() {
        assertThat(stack().provision().all()).isEqualTo(stack().provisioned());
    }

    @Test
    void items_expire_by_the_attribute_that_the_topology_names() {
        var answer = stack().dynamo().describeTimeToLive(r -> r.tableName(stack().table()));

        assertThat(answer.timeToLiveDescription().attributeName()).isEqualTo(Table.TIME_TO_LIVE);
    }

    private Stack stack() {
        return opened.getFirst();
    }
}
