package io.orderloom.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.fact.Fact;
import io.orderloom.order.Tenancy;
import io.orderloom.sample.Samples;
import io.orderloom.source.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenanciesTest {
    private static final Statement STATEMENT =
            Statement.of(List.of(Samples.placed(), Samples.cancelled()), Samples.personalData());

    @Test
    void the_tenancy_of_a_document_comes_from_settings_whatever_the_connector_states() {
        var acme = new Tenancy(Optional.of("acme"), Optional.of("Nord"), Optional.of("acme-de"));

        var facts = Tenancies.of(STATEMENT, acme).facts();

        var channel = ((Fact.OrderPlaced) facts.getFirst()).order().channel();
        assertThat(channel.tenant()).contains("acme");
        assertThat(channel.brand()).contains("Nord");
        assertThat(channel.legalEntity()).contains("acme-de");
        assertThat(facts.getLast()).isEqualTo(Samples.cancelled());
    }

    @Test
    void a_deployment_of_one_company_changes_no_document() {
        assertThat(Tenancies.of(STATEMENT, Tenancy.NONE)).isSameAs(STATEMENT);
    }
}
