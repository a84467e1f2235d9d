package io.orderloom.price;

import static io.orderloom.sample.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.money.Allocation;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.Quantity;
import io.orderloom.price.Substitution.Policy;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases that happened in practice, exact to the smallest unit. */
class PriceTest {
    private static final BigDecimal TWENTY = new BigDecimal("20");

    private static Quantity units(long count) {
        return Quantity.of(count);
    }

    @Test
    void twenty_percent_of_ten_units_is_twenty_percent_of_five_and_not_forty() {
        var price = usd("10.00");

        var off = Discounts.percentOff(TWENTY, price, units(10));
        var offFewer = Discounts.percentOff(TWENTY, price, units(5));

        assertThat(off).isEqualTo(usd("20.00"));
        assertThat(offFewer).isEqualTo(usd("10.00"));
    }

    @Test
    void a_stated_discount_of_three_units_leaves_its_share_with_the_two_that_stay() {
        var stays = Discounts.onRemaining(usd("10.00"), units(2), units(3));

        assertThat(stays).isEqualTo(usd("6.67"));
        assertThat(usd("10.00").minus(stays)).isEqualTo(usd("3.33"));
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, USD, 33.34, 33.33, 33.33",
        "0.01,   USD, 0.01,  0.00,  0.00",
        "0.02,   USD, 0.01,  0.01,  0.00",
        "100,    JPY, 34,    33,    33",
        "1.000,  KWD, 0.334, 0.333, 0.333",
        "-0.01,  USD, -0.01, 0.00,  0.00"
    })
    void an_odd_cent_split_three_ways_goes_to_the_first_and_is_not_lost(
            String whole, String currency, String first, String second, String third) {
        var parts = Allocation.byLargestRemainder(Money.of(whole, currency), List.of(1L, 1L, 1L));

        assertThat(parts)
                .containsExactly(
                        Money.of(first, currency),
                        Money.of(second, currency),
                        Money.of(third, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "1.00, USD, 0.33, 0.34, 0.33",
        "0.10, USD, 0.03, 0.04, 0.03",
        "0.01, USD, 0.00, 0.01, 0.00",
        "10,   JPY, 3,    4,    3",
        "0.100, KWD, 0.033, 0.034, 0.033"
    })
    void the_tax_of_three_partial_shipments_adds_up_with_the_remainder_in_the_last(
            String tax, String currency, String first, String second, String third) {
        var whole = Amount.same(Money.of(tax, currency));

        var one = Proration.next(whole, units(0), units(1), units(3));
        var two = Proration.next(whole, units(1), units(1), units(3));
        var three = whole.minus(one).minus(two);

        assertThat(one.transaction()).isEqualTo(Money.of(first, currency));
        assertThat(two.transaction()).isEqualTo(Money.of(second, currency));
        assertThat(three.transaction()).isEqualTo(Money.of(third, currency));
        assertThat(Proration.next(whole, units(2), units(1), units(3))).isEqualTo(three);
    }

    @Test
    void two_units_at_once_are_worth_what_two_one_by_one_are() {
        var whole = usd("0.01");

        var together = Proration.next(whole, units(0), units(2), units(3));

        assertThat(together)
                .isEqualTo(
                        Proration.next(whole, units(0), units(1), units(3))
                                .plus(Proration.next(whole, units(1), units(1), units(3))));
    }

    @Test
    void more_units_than_were_ordered_are_worth_nothing_more() {
        assertThat(Proration.upTo(usd("9.99"), units(4), units(3))).isEqualTo(usd("9.99"));
        assertThat(Proration.upTo(usd("9.99"), units(1), units(0))).isEqualTo(usd("0.00"));
    }

    @Test
    void goods_by_weight_are_worth_their_part() {
        var kilo = new Quantity(new BigDecimal("1.250"));

        var part = Proration.upTo(usd("4.99"), new Quantity(new BigDecimal("0.400")), kilo);

        assertThat(part).isEqualTo(usd("1.60"));
    }

    @Test
    void a_dearer_substitute_costs_the_protected_buyer_no_more() {
        var settled = Substitution.settle(usd("8.64"), usd("9.99"), Policy.BUYER_PROTECTED);

        assertThat(settled.charged()).isEqualTo(usd("8.64"));
        assertThat(settled.toBuyer()).isEqualTo(usd("0.00"));
        assertThat(settled.absorbed()).isEqualTo(usd("1.35"));
    }

    @Test
    void a_cheaper_substitute_gives_the_buyer_the_difference_back() {
        var settled = Substitution.settle(usd("8.64"), usd("7.00"), Policy.BUYER_PROTECTED);

        assertThat(settled.charged()).isEqualTo(usd("7.00"));
        assertThat(settled.toBuyer()).isEqualTo(usd("1.64"));
        assertThat(settled.absorbed()).isEqualTo(usd("0.00"));
    }

    @Test
    void a_dearer_substitute_is_paid_as_picked_where_the_shop_says_so() {
        var settled = Substitution.settle(usd("8.64"), usd("9.99"), Policy.AS_PICKED);

        assertThat(settled.charged()).isEqualTo(usd("9.99"));
        assertThat(settled.toBuyer()).isEqualTo(usd("0.00"));
        assertThat(settled.absorbed()).isEqualTo(usd("0.00"));
    }

    @ParameterizedTest
    @CsvSource({"12.15, 19.99, 7.84, 0.00", "12.15, 9.99,  0.00, 2.16", "12.15, 12.15, 0.00, 0.00"})
    void an_exchange_books_return_and_sale_once_each_and_moves_only_the_difference(
            String returned, String replacement, String toPay, String toRefund) {
        var exchange = Exchange.of(usd(returned), usd(replacement));

        assertThat(exchange.credited()).isEqualTo(usd(returned));
        assertThat(exchange.sold()).isEqualTo(usd(replacement));
        assertThat(exchange.toPay()).isEqualTo(usd(toPay));
        assertThat(exchange.toRefund()).isEqualTo(usd(toRefund));
        assertThat(exchange.sold().minus(exchange.credited()))
                .isEqualTo(exchange.toPay().minus(exchange.toRefund()));
    }
}
