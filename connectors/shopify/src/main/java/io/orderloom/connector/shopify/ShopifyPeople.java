package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.order.Channel;
import io.orderloom.order.Customer;
import io.orderloom.order.ExternalReference;
import io.orderloom.order.PersonalData;
import io.orderloom.order.PersonalData.Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the buyer: the part that identifies no person, and the personal data. */
record ShopifyPeople(JsonField order) {

    Channel channel(String instance) {
        return new Channel(
                channelType(),
                ShopifySource.NAME,
                instance,
                order.at("location_id").text(),
                order.at("device_id").text(),
                order.at("user_id").text());
    }

    private Channel.Type channelType() {
        if (order.at("company").present()) {
            return Channel.Type.B2B_PORTAL;
        }
        return switch (order.at("source_name").text().orElse("web").toLowerCase(Locale.ROOT)) {
            case "pos" -> Channel.Type.POS;
            case "shopify_draft_order" -> Channel.Type.CALL_CENTER;
            // Apps that bring a marketplace's orders into the shop name it as their source.
            case "amazon", "amazon-us", "amazon-eu", "ebay", "etsy", "walmart", "bol", "zalando" ->
                    Channel.Type.MARKETPLACE;
            default -> Channel.Type.ECOMMERCE;
        };
    }

    Customer customer() {
        var references =
                order
                        .at("customer")
                        .at("id")
                        .text()
                        .map(id -> new ExternalReference(ShopifySource.NAME, "customer", id))
                        .stream()
                        .toList();
        return new Customer(kind(!references.isEmpty()), references);
    }

    private Customer.Kind kind(boolean known) {
        return switch (channelType()) {
            case B2B_PORTAL -> Customer.Kind.COMPANY;
            case POS -> known ? Customer.Kind.REGISTERED : Customer.Kind.ANONYMOUS_POS;
            case ECOMMERCE, MARKETPLACE, CALL_CENTER, EDI ->
                    known ? Customer.Kind.REGISTERED : Customer.Kind.GUEST;
        };
    }

    PersonalData personalData() {
        var customer = order.at("customer");
        var billing = address(order.at("billing_address"));
        return new PersonalData(
                joined(customer.at("first_name"), customer.at("last_name"))
                        .or(() -> billing.flatMap(Address::name)),
                order.at("email").text().or(() -> customer.at("email").text()),
                order.at("phone").text().or(() -> customer.at("phone").text()),
                billing,
                address(order.at("shipping_address")),
                order.at("note").text().map(FreeText::note));
    }

    private static Optional<Address> address(JsonField address) {
        if (!address.present()) {
            return Optional.empty();
        }
        return Optional.of(
                new Address(
                        address.at("name")
                                .text()
                                .or(() ->
                                        joined(address.at("first_name"), address.at("last_name"))),
                        address.at("company").text(),
                        address.at("address1").text(),
                        address.at("address2").text(),
                        address.at("city").text(),
                        address.at("zip").text(),
                        address.at("province_code").text(),
                        address.at("country_code").text(),
                        address.at("phone").text()));
    }

    private static Optional<String> joined(JsonField first, JsonField last) {
        var names = Stream.of(first.text(), last.text()).flatMap(Optional::stream).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", names));
    }

    List<ExternalReference> references() {
        return Stream.of(
                        reference("order", "id"),
                        reference("order-name", "name"),
                        reference("order-number", "order_number"),
                        reference("confirmation-number", "confirmation_number"),
                        reference("purchase-order", "po_number"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ExternalReference> reference(String kind, String field) {
        return order.at(field)
                .text()
                .map(id -> new ExternalReference(ShopifySource.NAME, kind, id));
    }
}
