package io.orderloom.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.PostingProfile;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.fault.Fault;
import io.orderloom.kit.config.ChannelInstance;
import io.orderloom.money.Ledger;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import io.orderloom.order.Tenancy;
import io.orderloom.sample.Samples;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.Statement;
import io.orderloom.source.SystemRole;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {
    private static final PostingProfile PROFILE =
            new PostingProfile(Ledger.SETTLEMENT, PostingProfile.TestOrders.NOT_BOOKED);
    private static final SourceInstance SHOP = instance("demo-shop", SystemRole.COMMERCE, "acme");
    private static final SourceInstance OTHER =
            instance("other-shop", SystemRole.COMMERCE, "umbra");
    private static final SourceInstance WAREHOUSE = instance("wms", SystemRole.WAREHOUSE, "acme");
    private static final Map<String, SourceInstance> ALL =
            Map.of("demo-shop", SHOP, "other-shop", OTHER, "wms", WAREHOUSE);

    @Test
    void a_shop_places_its_own_order_and_a_warehouse_of_its_tenant_ships_it() {
        assertThat(against(SHOP, Samples.placed())).isEmpty();
        assertThat(against(WAREHOUSE, allocated(Samples.ORDER, Role.WAREHOUSE))).isEmpty();
    }

    @Test
    void a_warehouse_can_not_refund_whatever_it_sends() {
        var fault = against(WAREHOUSE, Samples.refunded("1", "1.00"));

        assertThat(fault).get().extracting(Fault.Invalid::path).isEqualTo("provenance.role");
        assertThat(fault.orElseThrow().detail())
                .isEqualTo(
                        "'wms' is a warehouse and may not state refund-settled as payment; correct its role in ORDERLOOM_CHANNELS if it is more");
    }

    @Test
    void a_shop_can_not_place_the_order_of_another_shop() {
        var fault = against(OTHER, Samples.placed());

        assertThat(fault.orElseThrow().detail())
                .isEqualTo(
                        "demo-shop:450789469 is an order of 'demo-shop', which alone may state order-placed of it; 'other-shop' may not");
    }

    @Test
    void an_order_of_the_same_id_in_another_tenants_shop_is_out_of_reach() {
        var theirs = new OrderId("other-shop", Samples.ORDER.channelOrderId());

        var fault = against(WAREHOUSE, allocated(theirs, Role.WAREHOUSE));

        assertThat(fault.orElseThrow().detail())
                .isEqualTo("'other-shop' and 'wms' belong to different tenants");
    }

    @Test
    void an_order_of_a_shop_that_is_not_configured_is_named() {
        var fault = against(WAREHOUSE, allocated(new OrderId("gone", "1"), Role.WAREHOUSE));

        assertThat(fault.orElseThrow().detail())
                .isEqualTo(
                        "no channel instance 'gone' is configured; name it in ORDERLOOM_CHANNELS");
    }

    @ParameterizedTest
    @EnumSource(SystemRole.class)
    void no_source_may_state_facts_that_only_orderloom_decides(SystemRole role) {
        assertThat(role.states(Role.MIDDLEWARE)).isFalse();
    }

    private static Optional<Fault.Invalid> against(SourceInstance from, Fact fact) {
        return new Admission(
                        from,
                        name ->
                                Optional.ofNullable(ALL.get(name))
                                        .map(one -> new ChannelInstance(one, PROFILE)))
                .against(List.of(Statement.of(List.of(fact), PersonalData.NONE)));
    }

    private static Fact allocated(OrderId order, Role role) {
        return new FulfilmentFact.Allocated(
                new Provenance(
                        new FactKey("wms/north", FulfilmentFact.Allocated.KIND, "1", "1"),
                        role,
                        Samples.NOW,
                        Samples.NOW,
                        "correlation"),
                order,
                List.of());
    }

    private static SourceInstance instance(String name, SystemRole role, String tenant) {
        return new SourceInstance(
                name,
                "facts",
                role,
                new Tenancy(Optional.of(tenant), Optional.empty(), Optional.empty()),
                List.of(),
                ZoneId.of("UTC"),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
