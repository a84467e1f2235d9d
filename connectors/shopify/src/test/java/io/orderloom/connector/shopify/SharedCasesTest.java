package io.orderloom.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Invalid input that others have met in practice; runs only if the cases are stored beside the
 * project.
 */
class SharedCasesTest {
    private static final Path CASES =
            Path.of(System.getProperty("orderloom.root", "../.."), "../shared/cases/inputs");

    @BeforeAll
    static void casesAreThere() {
        if (!Files.isDirectory(CASES)) {
            System.err.println("SKIPPED: no cases in " + CASES.toAbsolutePath());
        }
        Assumptions.assumeTrue(Files.isDirectory(CASES), "no cases in " + CASES);
    }

    // spotless:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "d-01-line-id-twice                          | line_items[1].id: is that of",
        "d-02-line-named-tip                         | line_items[0].id: 'tip' is the id of a line that is made of a total",
        "d-03-date-before-all-dates                  | created_at: ",
        "d-04-line-worth-over-64-bits                | line_items[0].price: ",
        "d-05-door-1001-deep                         | body: is more than is taken",
        "d-06-door-1001-digits                       | a: is more than is taken",
        "d-07-door-name-of-50001                     | body: is more than is taken",
        "d-08-slow-150000-digits                     | total_price: the value has too many digits",
        "d-09-slow-9000-lines                        | taken",
        "d-10-slow-4000-refunds                      | taken",
        "d-11-slow-3500-discounts                    | taken",
        "d-20-total-against-its-set                  | total_price: is 99.00, but its set says 10.00 USD",
        "d-21-total-twice                            | total_price: stands there twice",
        "d-22-lines-twice                            | line_items: stands there twice",
        "d-23-presentment-without-shop-money         | total_price_set.shop_money: is missing",
        "d-24-presentment-currency-against-its-set   | presentment_currency: is 'EUR'",
        "d-25-tax-included-lost                      | total_tax: is 1.90 USD",
        "d-26-tax-included-lost-on-one-line          | total_tax: is 3.80 USD",
        "d-27-tax-included-above-the-price           | line_items[0].tax_lines[0].price: ",
        "d-28-subtotal-discounts-shipping-contradict | total_discounts: is negative",
        "d-29-more-captured-than-the-total           | total_outstanding: is negative",
        "d-30-less-than-nothing-captured             | total_outstanding: 15.00 USD is more than the total",
        "d-31-negative-refund                        | refunds[0].transactions[0].amount: is negative",
        "d-32-line-worth-less-than-nothing           | line_items[1].discount_allocations[0].amount: is negative",
        "d-33-negative-tax                           | line_items[0].tax_lines[0].price: is negative",
        "d-34-nothing-in-one-ledger                  | total_price_set.presentment_money.amount: is nothing",
        "d-35-year-10000                             | created_at: ",
        "d-36-no-lines                               | line_items: is empty",
        "d-37-fulfilled-at-the-till                  | taken",
    })
    // spotless:on
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void each_shared_case_ends_as_its_table_says(String name, String outcome) throws IOException {
        var body = Files.readAllBytes(CASES.resolve(name + ".json"));

        assertThat(BadInput.outcome(body)).startsWith(outcome);
    }

    // spotless:off
    /** A refund is only due once the ERP has undone the order, so these cases end before it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "01-free-order                                          | 1 of 0.00 USD, taken 0.00 USD, back 0.00 USD, free",
        "06-tip-line                                            | 1+1 of 25.40 USD, taken 25.40 USD, back 0.00 USD, free",
        "08-exchange-by-edit                                    | 4+2+1 of 90.00 USD, taken 90.00 USD, back 0.00 USD, free",
        "09a-deposit-created 09b-deposit-cancelled              | 1 of 100.00 USD, taken 30.00 USD, back 30.00 USD, free, cancelled",
        "10a-order 10b-refund 10c-created-again-with-refund     | 3 of 66.00 USD, taken 66.00 USD, back 22.00 USD, free",
        "11a-order 11b-cancelled-refund-pending                 | 1 of 45.00 USD, taken 45.00 USD, back 0.00 USD, free, cancelled",
        "17a-pending                                            | 1 of 31.00 USD, taken 0.00 USD, back 0.00 USD, held",
        "17a-pending 17b-paid                                   | 1 of 31.00 USD, taken 31.00 USD, back 0.00 USD, free",
        "17b-paid 17a-pending                                   | 1 of 31.00 USD, taken 31.00 USD, back 0.00 USD, free",
        "19a-order 19b-cancelled-one-dollar-kept                | 1 of 20.00 USD, taken 20.00 USD, back 19.00 USD, free, cancelled",
        "21a-order 21b-cancelled-no-refund                      | 1 of 50.00 USD, taken 50.00 USD, back 0.00 USD, free, cancelled",
        "22a-order 22b-refunded-in-thirds-cancelled             | 1 of 25.00 USD, taken 25.00 USD, back 25.00 USD, free, cancelled",
        "26-tax-rounded-on-the-whole-order                      | 1+1+1 of 33.50 USD, taken 33.50 USD, back 0.00 USD, free",
        "26b-one-cent-more                                      | 1+1+1 of 33.34 USD, taken 33.34 USD, back 0.00 USD, free",
        "27-duties-taxes-included                               | 1 of 112.43 EUR, taken 112.43 EUR, back 0.00 EUR, free",
        "27b-duties-taxes-not-included                          | 1 of 146.40 EUR, taken 146.40 EUR, back 0.00 EUR, free",
    })
    // spotless:on
    void each_shared_life_ends_with_the_books_that_its_table_says(String bodies, String books)
            throws IOException {
        var life = new ShopLife();
        for (var name : bodies.split(" ")) {
            life.told(Files.readAllBytes(CASES.resolve(name + ".json")));
        }

        assertThat(life.books()).isEqualTo(books);
    }
}
