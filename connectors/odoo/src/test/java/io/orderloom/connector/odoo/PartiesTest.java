package io.orderloom.connector.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import io.orderloom.money.Ledger;
import io.orderloom.order.Customer;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import io.orderloom.order.PersonalData.Address;
import io.orderloom.sample.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartiesTest {
    private static final ExternalId ID = ExternalId.salesOrder(Samples.ORDER);
    private static final Address HOME = address("1 Home Street");
    private static final Address WORK = address("2 Work Street");

    private static Address address(String street) {
        return new Address(
                Optional.of("Ada Example"),
                Optional.empty(),
                Optional.of(street),
                Optional.empty(),
                Optional.of("New York"),
                Optional.of("10001"),
                Optional.of("NY"),
                Optional.of("US"),
                Optional.empty());
    }

    private static PersonalData ada(Optional<Address> billing, Optional<Address> shipping) {
        return new PersonalData(
                Optional.of("Ada Example"),
                Optional.of("ada@example.org"),
                Optional.empty(),
                billing,
                shipping,
                Optional.empty());
    }

    private static Booking registered(PersonalData personal) {
        return new Booking(Samples.order(), personal, Ledger.SETTLEMENT);
    }

    private static Booking guest(PersonalData personal) {
        return booking(Samples.ORDER, new Customer(Customer.Kind.GUEST, List.of()), personal);
    }

    private static Booking booking(OrderId id, Customer customer, PersonalData personal) {
        var like = Samples.order();
        var order =
                new Order(
                        id,
                        like.channel(),
                        like.references(),
                        like.sourceRevision(),
                        like.placedAt(),
                        like.sellingZone(),
                        like.businessDate(),
                        like.flags(),
                        customer,
                        like.lines(),
                        like.discounts(),
                        like.shippingCharges(),
                        like.fulfilmentGroups(),
                        like.orderTaxLines(),
                        like.paymentStatus(),
                        like.captured(),
                        like.declared());
        return new Booking(order, personal, Ledger.SETTLEMENT);
    }

    @Test
    void a_registered_customer_is_the_same_on_every_order_and_so_is_each_address() {
        var booking = registered(ada(Optional.of(HOME), Optional.of(WORK)));

        var one = Parties.of(booking, ID, Optional.empty());
        var other =
                Parties.of(booking, new ExternalId("demo-shop:2/sales-order"), Optional.empty());

        assertThat(one).isEqualTo(other);
        assertThat(one.customer().xid())
                .hasToString("orderloom.customer/demo-shop:shopify/customer/207119551");
        assertThat(one.contacts().values()).containsExactly(HOME, WORK);
        assertThat(one.invoiceTo()).isNotEqualTo(one.shipTo());
    }

    @Test
    void two_shops_that_give_one_number_to_two_people_have_two_customers() {
        var customer = Samples.order().customer();
        var here = registered(ada(Optional.of(HOME), Optional.empty()));
        var there =
                booking(
                        new OrderId("other-shop", Samples.ORDER.channelOrderId()),
                        customer,
                        ada(Optional.of(HOME), Optional.empty()));

        var one = Parties.of(here, ID, Optional.empty());
        var other = Parties.of(there, ExternalId.salesOrder(there.order().id()), Optional.empty());

        assertThat(one.xids()).doesNotContainAnyElementsOf(other.xids());
    }

    @Test
    void the_same_address_twice_is_one_contact() {
        var booking = registered(ada(Optional.of(HOME), Optional.of(HOME)));

        var parties = Parties.of(booking, ID, Optional.empty());

        assertThat(parties.contacts()).hasSize(1);
        assertThat(parties.shipTo()).isEqualTo(parties.invoiceTo());
    }

    @Test
    void a_guest_is_a_customer_of_this_order_only_with_the_address_of_the_bill() {
        var booking = guest(ada(Optional.of(HOME), Optional.of(WORK)));

        var parties = Parties.of(booking, ID, Optional.empty());

        assertThat(parties.customer().xid())
                .hasToString("orderloom.demo-shop:450789469/sales-order/customer");
        assertThat(parties.invoiceTo()).isEqualTo(parties.customer().xid());
        assertThat(parties.contacts().values()).containsExactly(WORK);
    }

    @Test
    void guests_may_share_a_customer_whose_record_names_none_of_them() {
        var booking = guest(ada(Optional.of(HOME), Optional.empty()));

        var parties = Parties.of(booking, ID, Optional.of("guests"));

        assertThat(parties.customer().xid()).hasToString("orderloom.guests");
        assertThat(parties.customer().name()).isEqualTo("Guests");
        assertThat(parties.customer().email()).isEmpty();
        assertThat(parties.contacts().values()).containsExactly(HOME);
    }

    @Test
    void somebody_whose_data_was_erased_still_has_a_name() {
        var parties = Parties.of(guest(PersonalData.NONE), ID, Optional.empty());

        assertThat(parties.customer().name()).isEqualTo("Customer of demo-shop:450789469");
        assertThat(parties.shipTo()).isEqualTo(parties.customer().xid());
    }
}
