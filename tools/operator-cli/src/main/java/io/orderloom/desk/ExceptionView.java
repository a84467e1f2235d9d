package io.orderloom.desk;

import io.orderloom.exception.ExceptionLife;
import io.orderloom.exception.HistoryEntry;
import io.orderloom.exception.OrderException;
import io.orderloom.kit.order.Backlog;
import io.orderloom.kit.order.ExceptionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Prints exceptions for people. */
final class ExceptionView {
    private ExceptionView() {}

    static List<String> list(
            List<ExceptionRecord> open,
            Function<ExceptionRecord, Optional<Backlog>> backlogs,
            Instant now) {
        if (open.isEmpty()) {
            return List.of("No exception is open.");
        }
        var lines = new ArrayList<String>();
        lines.add(row("ID", "TYPE", "OWNER", "AGE", "AT RISK", "ABOUT"));
        open.forEach(kept -> lines.addAll(brief(kept, backlogs.apply(kept), now)));
        lines.add("");
        var tests = open.stream().filter(kept -> !kept.value().what().counts()).count();
        lines.add(
                "%d open%s. Next: make exception ID=… DO=assign|resolve|waive|redrive BY=… WHY=…"
                        .formatted(open.size() - tests, ofTests(tests)));
        return lines;
    }

    private static String ofTests(long tests) {
        return tests == 0 ? "" : ", and %d of test orders, which count nowhere".formatted(tests);
    }

    private static List<String> brief(
            ExceptionRecord kept, Optional<Backlog> backlog, Instant now) {
        var what = kept.value().what();
        return List.of(
                row(
                        kept.id(),
                        lower(what.type()),
                        has(kept),
                        age(Duration.between(what.raisedAt(), now)),
                        money(what),
                        about(kept) + backlog.map(events -> "  " + untold(events, now)).orElse("")),
                "            %s".formatted(what.detail()),
                "            → " + Advice.of(what));
    }

    static List<String> whole(
            ExceptionRecord kept, boolean letter, Optional<Backlog> backlog, Instant now) {
        var what = kept.value().what();
        var life = kept.value().life();
        var lines = new ArrayList<String>();
        lines.add("%s  %s  %s".formatted(kept.id(), lower(what.type()), about(kept)));
        lines.add(field("state", state(life)));
        lines.add(field("owner", lower(what.owner())));
        lines.add(field("cause", what.detail()));
        lines.add(field("at risk", money(what)));
        lines.add(
                field(
                        "occurred",
                        "%d times, first %s, last %s"
                                .formatted(
                                        life.met().times(),
                                        life.met().first(),
                                        life.met().last())));
        lines.add(field("age", age(Duration.between(what.raisedAt(), now))));
        lines.add(field("correlation", what.correlationId()));
        lines.add(field("fingerprint", what.fingerprint().text()));
        if (letter) {
            lines.add(field("message", "kept; DO=redrive sends it again"));
        }
        backlog.ifPresent(events -> lines.add(field("events", untold(events, now))));
        life.history().forEach(step -> lines.add(field("history", history(step))));
        lines.add(field("to do", Advice.of(what)));
        return lines;
    }

    private static String untold(Backlog events, Instant now) {
        return "%d events wait%s"
                .formatted(
                        events.events(),
                        events.oldest()
                                .map(at ->
                                        ", the oldest for %s"
                                                .formatted(age(Duration.between(at, now))))
                                .orElse(""));
    }

    private static String history(HistoryEntry step) {
        return "%s  %s%s by %s: %s"
                .formatted(
                        step.deed().at(),
                        lower(step.kind()),
                        step.to().map(to -> " to " + to).orElse(""),
                        step.deed().by(),
                        step.deed().why());
    }

    private static String state(ExceptionLife life) {
        return switch (life) {
            case ExceptionLife.Open _ -> "open";
            case ExceptionLife.Assigned assigned -> "assigned to " + assigned.to();
            case ExceptionLife.Resolved _ -> "resolved";
            case ExceptionLife.Waived _ -> "waived";
        };
    }

    /** The person to whom it is assigned, or else its owner. */
    private static String has(ExceptionRecord kept) {
        return kept.value().life() instanceof ExceptionLife.Assigned assigned
                ? assigned.to()
                : lower(kept.value().what().owner());
    }

    private static String about(ExceptionRecord kept) {
        return "%s  %s%s"
                .formatted(
                        kept.order().map(Object::toString).orElse(kept.partition()),
                        kept.value().what().path(),
                        kept.value().what().counts() ? "" : "  (test order)");
    }

    private static String money(OrderException what) {
        return what.moneyAtRisk().map(amount -> amount.settlement().toString()).orElse("-");
    }

    static String age(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + "d" + age.toHoursPart() + "h";
        }
        if (age.toHours() > 0) {
            return age.toHours() + "h" + age.toMinutesPart() + "m";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + "m" : Math.max(0, age.toSeconds()) + "s";
    }

    private static String row(Object... cells) {
        return "%-10s  %-11s  %-16s  %5s  %14s  %s".formatted(cells);
    }

    private static String field(String name, String value) {
        return "  %-12s %s".formatted(name, value);
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
