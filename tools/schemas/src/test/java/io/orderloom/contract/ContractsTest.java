package io.orderloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.contract.gate.SchemaGate;
import org.junit.jupiter.api.Test;

/** Checks that every build must pass. */
class ContractsTest {

    @Test
    void the_committed_schemas_are_those_of_the_code() {
        assertThat(SchemaGate.stale(Committed.PUBLICATION, Committed.CONTRACTS)).isEmpty();
    }

    @Test
    void no_schema_breaks_what_was_published() {
        assertThat(SchemaGate.broken(Committed.PUBLICATION, Committed.CONTRACTS)).isEmpty();
    }
}
