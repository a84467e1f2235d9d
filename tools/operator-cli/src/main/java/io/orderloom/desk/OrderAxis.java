package io.orderloom.desk;

import io.orderloom.core.OrderStatus;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** An axis of an order's status, and the words on it. */
enum OrderAxis {
    INTAKE(OrderStatus::intake, OrderStatus.Intake.values()),
    PAYMENT(OrderStatus::payment, OrderStatus.Payment.values()),
    FULFILMENT(OrderStatus::fulfilment, OrderStatus.Fulfilment.values()),
    FINANCE(OrderStatus::finance, OrderStatus.Finance.values()),
    RETURNS(OrderStatus::returns, OrderStatus.Returns.values()),
    REFUND(OrderStatus::refund, OrderStatus.Refund.values()),
    /** The six others in one word. */
    SUMMARY(OrderStatus::summary, OrderStatus.Summary.values());

    private final Function<OrderStatus, Enum<?>> state;
    private final List<String> words;

    OrderAxis(Function<OrderStatus, Enum<?>> state, Enum<?>[] states) {
        this.state = state;
        this.words = Stream.of(states).map(OrderAxis::lower).toList();
    }

    String label() {
        return lower(this);
    }

    List<String> words() {
        return words;
    }

    String word(OrderStatus of) {
        return lower(state.apply(of));
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
