package io.orderloom.connector.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.fault.Fault;
import io.orderloom.sample.Samples;
import org.junit.jupiter.api.Test;

class RedactionTest {

    @Test
    void what_odoo_says_of_a_person_does_not_leave_the_adapter() {
        var fault =
                new Fault.Rejected(
                        "refused", "email", "Ada Example (ada@example.org) is on the stop list");

        var told = Redaction.of(Samples.personalData()).of(fault);

        assertThat(told)
                .isEqualTo(new Fault.Rejected("refused", "email", "… (…) is on the stop list"));
    }
}
