package io.orderloom.core;

/**
 * An order's status on each axis. {@link StatusRules} computes it from the order's state, and it is
 * never stored. {@link Transitions} lists the legal moves.
 */
public record OrderStatus(
        Intake intake,
        Payment payment,
        Fulfilment fulfilment,
        Finance finance,
        Returns returns,
        Refund refund) {

    /** A state on one axis, with its meaning in words for people. */
    public interface State {
        String name();

        String meaning();
    }

    public enum Intake implements State {
        EXPECTED("facts have come, the order itself has not"),
        ACCEPTED("ours to carry"),
        HELD("somebody has to decide before it goes on"),
        CANCELLED("the whole order was cancelled at the channel");

        private final String meaning;

        Intake(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    public enum Payment implements State {
        PENDING("nothing was taken or promised"),
        AUTHORIZED("an amount is held ready at the buyer's bank"),
        FAILED("the bank said no"),
        EXPIRED("what was held ready is not any longer"),
        VOIDED("what was held ready was let go"),
        PARTIALLY_PAID("less was taken than the buyer owes"),
        PAID("all that the buyer owes was taken");

        private final String meaning;

        Payment(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    public enum Fulfilment implements State {
        NONE("there is nothing to hand over"),
        OPEN("some units wait for stock to be set aside"),
        ALLOCATED("stock is set aside for all of it"),
        BACKORDERED("some units wait for stock to come"),
        PARTIALLY_SHIPPED("some units have left, some are still to"),
        SHIPPED("all that is wanted has left"),
        DELIVERED("all that has left has arrived"),
        CANCELLED("nothing is wanted any more, and nothing has left");

        private final String meaning;

        Fulfilment(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    public enum Finance implements State {
        TO_POST("the ERP is to have a document of it"),
        EXEMPT("kept out of the books"),
        IN_DOUBT("the ERP may have a document of it or not"),
        REJECTED("the ERP will not book it as it is"),
        SKIPPED("cancelled before the ERP was asked"),
        POSTED("the ERP has a document of it"),
        PARTIALLY_INVOICED("some of it is invoiced"),
        INVOICED("all that has left is invoiced, and nothing is still to leave"),
        CANCELLING("the ERP is to cancel its document"),
        CANCELLED("the ERP has cancelled its document");

        private final String meaning;

        Finance(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    public enum Returns implements State {
        NONE("nothing is to come back"),
        REQUESTED("units are to come back"),
        PARTIALLY_RETURNED("some of what left has come back"),
        RETURNED("all that left has come back");

        private final String meaning;

        Returns(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    public enum Refund implements State {
        NONE("no money is to go back"),
        REQUESTED("money is to go back"),
        PENDING("the gateway has taken the refund on"),
        FAILED("the refund was refused"),
        PARTIALLY_REFUNDED("some of what was taken went back"),
        REFUNDED("all that was taken went back");

        private final String meaning;

        Refund(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** The order's status in one word. */
    public enum Summary {
        EXPECTED,
        ACCEPTED,
        HELD,
        REJECTED,
        POSTED,
        PARTIALLY_SHIPPED,
        SHIPPED,
        COMPLETED,
        CANCELLED,
        RETURNED
    }

    public Summary summary() {
        if (intake == Intake.EXPECTED) {
            return Summary.EXPECTED;
        }
        if (returns == Returns.RETURNED && fulfilment != Fulfilment.PARTIALLY_SHIPPED) {
            return Summary.RETURNED;
        }
        return switch (fulfilment) {
            case PARTIALLY_SHIPPED -> Summary.PARTIALLY_SHIPPED;
            case SHIPPED, DELIVERED -> booked() ? Summary.COMPLETED : Summary.SHIPPED;
            case CANCELLED -> Summary.CANCELLED;
            case NONE, OPEN, ALLOCATED, BACKORDERED -> beforeShipping();
        };
    }

    private boolean booked() {
        return finance == Finance.INVOICED || finance == Finance.EXEMPT;
    }

    private Summary beforeShipping() {
        return switch (intake) {
            case EXPECTED -> Summary.EXPECTED;
            case CANCELLED -> Summary.CANCELLED;
            case HELD -> Summary.HELD;
            case ACCEPTED ->
                    switch (finance) {
                        case REJECTED -> Summary.REJECTED;
                        case TO_POST, IN_DOUBT, EXEMPT -> Summary.ACCEPTED;
                        case SKIPPED, POSTED, PARTIALLY_INVOICED, INVOICED, CANCELLING, CANCELLED ->
                                Summary.POSTED;
                    };
        };
    }
}
