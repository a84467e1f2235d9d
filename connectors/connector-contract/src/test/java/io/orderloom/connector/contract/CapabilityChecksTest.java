package io.orderloom.connector.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.erp.ErpCapability;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract holds a connector to its word, whichever way it differs from the truth. */
class CapabilityChecksTest {
    private static final Set<ErpCapability> WITHOUT_OPERATION =
            EnumSet.of(
                    ErpCapability.AMEND,
                    ErpCapability.DELIVER,
                    ErpCapability.INVOICE,
                    ErpCapability.CREDIT,
                    ErpCapability.RETURN,
                    ErpCapability.REGISTER_PAYMENT);

    private static CapabilityChecks checks(Set<ErpCapability> really, Set<ErpCapability> said) {
        var erp = new PaperErp(really);
        return new CapabilityChecks(
                erp, said, order -> erp.date(order.toString()), ErpContract::newOrder);
    }

    private static Set<ErpCapability> all() {
        return EnumSet.complementOf(EnumSet.copyOf(WITHOUT_OPERATION));
    }

    private static Set<ErpCapability> allBut(ErpCapability capability) {
        var rest = EnumSet.copyOf(all());
        rest.remove(capability);
        return rest;
    }

    @ParameterizedTest
    @EnumSource(ErpCapability.class)
    void an_honest_connector_passes(ErpCapability capability) {
        assertThatCode(() -> checks(all(), all()).verify(capability)).doesNotThrowAnyException();
        assertThatCode(() -> checks(allBut(capability), allBut(capability)).verify(capability))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(ErpCapability.class)
    void a_connector_that_claims_what_its_erp_lacks_fails(ErpCapability capability) {
        assertThatThrownBy(() ->
                        checks(allBut(capability), EnumSet.allOf(ErpCapability.class))
                                .verify(capability))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErpCapability.class,
            names = {"AMEND", "DELIVER", "INVOICE", "CREDIT", "RETURN", "REGISTER_PAYMENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_connector_that_says_it_lacks_what_its_erp_does_fails(ErpCapability capability) {
        assertThatThrownBy(() -> checks(all(), allBut(capability)).verify(capability))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the connector says that it lacks " + capability.label());
    }
}
