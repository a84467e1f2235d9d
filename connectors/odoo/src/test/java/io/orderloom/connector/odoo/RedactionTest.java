package io.orderloom.connector.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.fault.Fault;
import io.orderloom.sample.Samples;
import org.junit.jupiter.api.Test;

class RedactionTest {

    @Test
    void personal_data_in_an_error_of_odoo_does_not_leave_the_connector() {
        var fault =
                new Fault.Rejected(
                        "refused", "email", "Ada Example (ada@example.org) is on the stop list");

        var told = Redaction.of(Samples.personalData()).of(fault);

        assertThat(told)
                .isEqualTo(new Fault.Rejected("refused", "email", "… (…) is on the stop list"));
    }
}
