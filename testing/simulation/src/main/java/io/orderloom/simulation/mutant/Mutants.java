package io.orderloom.simulation.mutant;

import static io.orderloom.simulation.mutant.Mutant.of;
import static io.orderloom.simulation.mutant.Mutant.ofMany;
import static io.orderloom.simulation.oracle.Findings.Kind.CROWDED;
import static io.orderloom.simulation.oracle.Findings.Kind.DOUBLED;
import static io.orderloom.simulation.oracle.Findings.Kind.LOST;
import static io.orderloom.simulation.oracle.Findings.Kind.MONEY;
import static io.orderloom.simulation.oracle.Findings.Kind.UNNAMED;

import io.orderloom.simulation.world.Circumstance;
import io.orderloom.simulation.world.Tampering;
import java.util.List;

/** All mutants, grouped by their defect. */
public final class Mutants {
    private Mutants() {}

    // spotless:off
    public static List<Mutant> all() {
        return List.of(
                of("books nothing and says that it did",              LOST,    WrongErp::bookingNothing),
                of("sends documents without lines",                   MONEY,   WrongBooking::withoutLines),
                of("takes half a batch for done",                     LOST,    HalfABatch::done),
                of("keeps no names",                                  UNNAMED, WrongKeeping::names),
                of("tells empty events",                              UNNAMED, WrongTelling::emptyEvents),
                of("brings personal data back after an erasure",      UNNAMED, Circumstance.ERASURE, () -> Seams.table(WithoutTombstone::new)),
                of("does not know again what it was told before",     UNNAMED, () -> Seams.table(WithoutFactKey::new)),
                of("lets two processes hold one task",                DOUBLED, () -> Seams.table(WithoutFencingToken::new)),
                of("finds nothing when it looks after a doubt",       DOUBLED, () -> Tampering.seeing(_ -> List.of())),
                of("takes a lost answer for a call not made",         DOUBLED, WrongErp::neverInDoubt),
                of("sends nothing again on redelivery",               LOST,    () -> Tampering.with(WithoutResending::in)),
                of("never sweeps",                                    UNNAMED, () -> Seams.table(WithoutSweep::new)),
                of("gives money back twice",                          MONEY,   WrongRefunds::twice),
                of("gives back a cent less",                          MONEY,   WrongRefunds::oneCentLess),
                of("gives nothing back and says that it did",         MONEY,   WrongRefunds::never),
                of("acknowledges before it has sent",                 LOST,    WrongSending::acknowledgingFirst),
                of("answers the shop before the queue has it",        LOST,    WrongSending::answeringFirst),
                of("settles orders with another order's document",    UNNAMED, WrongErp::settlingTheWrongOrder),
                of("drops the taxes",                                 MONEY,   WrongBooking::withoutTaxes),
                of("loses the discounts",                             MONEY,   WrongBooking::withoutDiscounts),
                of("drops the shipping",                              MONEY,   WrongBooking::withoutShipping),
                of("forgets the last line",                           MONEY,   WrongBooking::withoutTheLastLine),
                of("books one piece of each",                         MONEY,   WrongBooking::onePieceEach),
                of("books in the buyer's currency",                   MONEY,   WrongBooking::inTheOtherLedger),
                of("books without a customer",                        UNNAMED, WrongBooking::withoutTheCustomer),
                of("keeps no payloads",                               UNNAMED, WrongKeeping::payloads),
                of("keeps the first part of a payload only",          UNNAMED, Circumstance.HEAVY_PAYLOADS, WrongKeeping::laterParts),
                of("keeps no exceptions",                             UNNAMED, WrongKeeping::exceptions),
                of("puts no exception on the work list",              UNNAMED, WrongKeeping::workList),
                ofMany("ignores the limit and the circuit of the account", CROWDED, () -> Seams.table(WithoutAccount::new)),
                of("tells the first subscriber only",                 UNNAMED, WrongTelling::onlyTheFirst),
                of("tells nobody a second time",                      UNNAMED, WrongTelling::onlyOnce),
                of("tells nobody of trouble",                         UNNAMED, WrongTelling::nothingOfTrouble),
                of("tells that orders are posted when they come",     UNNAMED, WrongTelling::postedForAccepted),
                of("forgets whom it could not reach",                 UNNAMED, WrongSending::forgettingTheUnreached),
                of("forgets to have refunds given",                   MONEY,   WrongSending::forgettingRefunds),
                of("overlooks cancellations",                         UNNAMED, WrongReading::withoutCancellations),
                of("books what nobody has paid",                      UNNAMED, WrongReading::payingForAll),
                of("overlooks that an order was paid",                LOST,    WrongReading::withoutPayments),
                of("takes test orders for orders",                    UNNAMED, WrongReading::withoutTestFlag),
                of("puts the buyer's name into documents",            UNNAMED, WrongReading::buyersInDocuments),
                of("logs the buyer's name",                           UNNAMED, WrongErp::loggingTheBuyer),
                of("cancels nothing in the ERP and says that it did", UNNAMED, WrongErp::cancellingNothing),
                of("takes a refusal for a booking",                   LOST,    WrongErp::takingRefusalForSuccess),
                of("breaks the log's hash chain",                     UNNAMED, WrongKeeping::chain),
                of("closes an outage before the last event is told",  UNNAMED, Circumstance.SUBSCRIBER_AWAY, WrongOutages::closedTooEarly),
                of("forgets what a subscriber was not told in time",  UNNAMED, Circumstance.SUBSCRIBER_AWAY, WrongOutages::withoutEvents),
                of("drops what a newer version wrote",                LOST,    Circumstance.TWO_VERSIONS, WithoutPatience::forNewer),
                of("tells everybody of a test order",                 UNNAMED, WrongSending::unmarked));
    }
    // spotless:on
}
