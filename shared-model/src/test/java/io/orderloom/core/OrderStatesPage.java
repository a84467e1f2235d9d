package io.orderloom.core;

import io.orderloom.core.OrderStatus.State;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints {@code docs/order-states.md} from the table of legal moves. */
final class OrderStatesPage {

    /**
     * One axis as the page shows it.
     *
     * @param about a sentence that tells what the axis is about
     * @param first the state of an order of which nothing is known
     */
    record Axis(
            String name,
            String about,
            List<State> states,
            State first,
            Function<State, Set<? extends State>> moves) {

        static <S extends Enum<S> & State> Axis of(
                String name, String about, Class<S> type, S first, Function<S, Set<S>> moves) {
            return new Axis(
                    name,
                    about,
                    List.<State>of(type.getEnumConstants()),
                    first,
                    state -> moves.apply(type.cast(state)));
        }

        List<State> from(State state) {
            return moves.apply(state).stream()
                    .<State>map(to -> to)
                    .sorted(Comparator.comparingInt(states::indexOf))
                    .toList();
        }
    }

    // spotless:off
    static final List<Axis> AXES =
            List.of(
                    Axis.of("Intake",     "Whether the order is ours to carry, and may go on.", OrderStatus.Intake.class,     OrderStatus.Intake.EXPECTED,    Transitions::from),
                    Axis.of("Payment",    "What was taken of the buyer's money.",               OrderStatus.Payment.class,    OrderStatus.Payment.PENDING,    Transitions::from),
                    Axis.of("Fulfilment", "Where the goods are on their way to the buyer.",     OrderStatus.Fulfilment.class, OrderStatus.Fulfilment.OPEN,    Transitions::from),
                    Axis.of("Finance",    "What the ERP's books say of it.",                    OrderStatus.Finance.class,    OrderStatus.Finance.TO_POST,    Transitions::from),
                    Axis.of("Returns",    "Where the goods are on their way back.",             OrderStatus.Returns.class,    OrderStatus.Returns.NONE,       Transitions::from),
                    Axis.of("Refund",     "Where the money is on its way back.",                OrderStatus.Refund.class,     OrderStatus.Refund.NONE,        Transitions::from));
    // spotless:on

    private OrderStatesPage() {}

    static String text() {
        return """
        # Order states

        Printed from `io.orderloom.core.Transitions`; a test fails when the two differ. To print it anew:
        `make docs`.

        An order stands somewhere on each of six axes. Where it stands is a function of what facts have
        added up to and is never stored. Facts may skip states and come in any order; whatever the order,
        only these moves are made, and the end is the same.

        """
                + AXES.stream().map(OrderStatesPage::axis).collect(Collectors.joining("\n"))
                + "\n"
                + summary();
    }

    private static String axis(Axis axis) {
        var rows =
                axis.states().stream()
                        .map(s ->
                                "| `%s` | %s | %s |"
                                        .formatted(s.name(), s.meaning(), next(axis, s)))
                        .collect(Collectors.joining("\n"));
        return """
        ## %s

        %s

        | state | meaning | may become |
        |---|---|---|
        %s

        ```mermaid
        stateDiagram-v2
            [*] --> %s
        %s
        ```
        """
                .formatted(axis.name(), axis.about(), rows, axis.first().name(), diagram(axis));
    }

    private static String next(Axis axis, State state) {
        var names =
                axis.from(state).stream()
                        .map(to -> "`" + to.name() + "`")
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "—" : names;
    }

    private static String diagram(Axis axis) {
        return axis.states().stream()
                .flatMap(from ->
                        axis.from(from).stream()
                                .map(to -> "    %s --> %s".formatted(from.name(), to.name())))
                .collect(Collectors.joining("\n"));
    }

    private static String summary() {
        return """
        ## In one word

        %s
        """
                .formatted(
                        Arrays.stream(OrderStatus.Summary.values())
                                .map(s -> "`" + s.name() + "`")
                                .collect(Collectors.joining(", ")));
    }
}
