package io.orderloom.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.core.Message;
import io.orderloom.sample.Samples;
import io.orderloom.task.Task;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which parts of a later version's JSON this version reads, and how it rejects the rest. */
class NewerVersionTest {
    private static final Message POST = new Message.PostOrder("m-1", Samples.ORDER, "c-1");

    @Test
    void unknown_fields_of_a_newer_version_are_ignored() {
        var later = Json.text(POST).replaceFirst("\\{", "{\"priority\":{\"level\":1},");

        assertThat(Json.readMessage(later)).isEqualTo(POST);
    }

    @Test
    void a_message_of_a_newer_schema_is_refused_as_newer() {
        var later = Json.text(POST).replace("\"schema\":2", "\"schema\":3");

        assertThatThrownBy(() -> Json.readMessage(later))
                .isInstanceOf(NewerVersion.class)
                .hasMessage("message.schema 3 is newer than 2, which this version reads");
    }

    @Test
    void a_kind_of_message_of_a_newer_version_is_refused_as_newer() {
        var later = Json.text(POST).replace("post-order", "merge-orders");

        assertThatThrownBy(() -> Json.readMessage(later))
                .isInstanceOf(NewerVersion.class)
                .hasMessageContaining("merge-orders");
    }

    @Test
    void a_task_state_of_a_newer_version_is_refused_as_newer() {
        var claimed = new Task.Claimed(0, 1, Instant.EPOCH);
        var later = Json.text(claimed).replace("claimed", "delegated");

        assertThatThrownBy(() -> Json.read(later, Task.class))
                .isInstanceOf(NewerVersion.class)
                .hasMessageContaining("delegated");
    }

    @Test
    void a_text_that_is_no_message_is_not_taken_for_a_newer_one() {
        assertThatThrownBy(() -> Json.readMessage("{\"message\":\"post-order\"}"))
                .isNotInstanceOf(NewerVersion.class)
                .isInstanceOf(IllegalArgumentException.class);
    }
}
