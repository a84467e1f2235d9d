package io.orderloom.simulation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.erp.ErpCapability;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fact.Role;
import io.orderloom.sample.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A person does a task only if the order's ERP lacks the capability for it. */
class CapableErpTest {
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private static Shift editedAfterPosting(Set<ErpCapability> lacking) {
        var shift =
                new Shift(
                        Map.of(), Optional.of(new ScriptedErps(lacking)), List.of(Amending.class));
        shift.told(Samples.placed());
        shift.passes(A_WHILE);
        shift.told(
                new Fact.OrderEdited(
                        Samples.provenance(
                                "shopify/demo-shop", Fact.OrderEdited.KIND, Role.COMMERCE),
                        Samples.edited(1)));
        shift.passes(A_WHILE);
        return shift;
    }

    @Test
    void an_erp_that_can_amend_is_asked_to_by_the_function() {
        var shift = editedAfterPosting(Set.of());

        assertThat(shift.open()).isEmpty();
    }

    @Test
    void an_erp_that_cannot_amend_leaves_it_to_its_people() {
        var shift = editedAfterPosting(Set.of(ErpCapability.AMEND));

        assertThat(shift.open())
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.owner()).isEqualTo(OrderException.Owner.ERP_TEAM);
                    assertThat(open.path()).isEqualTo("erp-amend");
                });
    }
}
