package io.orderloom.cost;

/** The table in docs/cost.md of the cost of each guarantee, with figures from the meter. */
final class Guarantees {
    static final String TEXT =
            """
            ## What each guarantee costs

            Of an order that is placed, posted and told, alone. A request to DynamoDB costs nothing but its units; dollars are those of a
            million orders.

            | guarantee | requests | write units | read units | US$ |
            |---|---|---|---|---|
            | payload, document and personal data are kept, each for as long as it may be | 1 | 4 | | 2.50 |
            | each fact is committed with its entry of the log, for good | 3 | 3 | | 1.88 |
            | a call that may create something is claimed before it is made | 1 | 1 | | 0.63 |
            | nothing is decided on a stale read | 1 | | 4 | 0.50 |
            | a lost message is found: into the index, with the commit | | 1 | | 0.63 |
            | a lost event is found: each event told is recorded | 2 | 2 | | 1.25 |
            | a lost message is found: out of the index, with the last record | | 1 | | 0.63 |
            | each step fails and is tried again apart from the others (SQS) | 12 | | | 5.70 |

            All units that came with it are those of what is lost (before it → with it):

            | | requests | write units | US$ of write units | the index | records of events told |
            |---|---|---|---|---|---|
            | placed, posted and told, each order alone | 19.00 → 21.00 | 8.00 → 12.00 | 5.00 → 7.50 | 2 units | 2 units |
            | placed, posted and told, full batches | 6.48 → 8.72 | 8.02 → 12.01 | 5.01 → 7.51 | 2 units | 2 units |
            | the same alone, then cancelled after posting and refunded | 52.20 → 59.70 | 18.20 → 27.60 | 11.38 → 17.25 | 4 units | 5 units |
            | the same alone, its webhook delivered five times | 67.00 → 69.00 | 28.00 → 32.00 | 17.50 → 20.00 | 2 units | 2 units |
            | a whole life | 54.00 → 61.00 | 17.00 → 32.00 | 10.63 → 20.00 | 8 units | 7 units |
            | the same whole life, full batches | 19.71 → 27.16 | 17.00 → 32.04 | 10.63 → 20.03 | 8 units | 7 units |

            What is left of a difference comes from orders that get in each other's way. A cancellation is read as what its payload
            says, the order and that it is cancelled: two requests and two read units, so that a header alone cancels nothing. Wall time
            and processor time are in neither table: the dollars of GB-seconds change with the packages that were measured and with what
            else the machine did.

            What was looked at and saves nothing:

            - *One request for the records of a batch* is one unit for each record all the same, and a transaction two.
            - *One record for several events of an order* waits for the last of them: whoever dies before it tells all of them again. Events of an
              order come from different functions, so that a batch seldom has two.
            - *No record of the first event* loses it without a trace when its message is lost and the next one's is not.\
            """;

    private Guarantees() {}
}
