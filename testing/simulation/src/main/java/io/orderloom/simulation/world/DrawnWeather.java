package io.orderloom.simulation.world;

import io.orderloom.fault.Fault;
import io.orderloom.simulation.aws.QueueTrouble;
import io.orderloom.simulation.aws.TableTrouble;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.effect.Side;
import io.orderloom.simulation.fault.ErpFault;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.simulation.shop.RefundTrouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Draws all faults. The faults that the schedule is about are frequent, all others occasional.
 * After some time the faults stop, so that everything can come to rest.
 */
final class DrawnWeather implements FaultModel {
    private static final Duration UNTIL_CALM = Duration.ofMinutes(12);
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration SETTLES = Duration.ofSeconds(20);
    private static final Duration SETTLES_SLOWLY = Duration.ofMinutes(10);
    private static final Duration LONG_STALL = Duration.ofSeconds(25);

    /** Longer than any function may run, so that its host ends it during the stall. */
    private static final Duration LONGEST_STALL = Duration.ofSeconds(70);

    private static final int MOST_CRASHES = 12;
    private static final int MOST_FAULTS_IN_A_ROW = 6;

    private final SeededSchedule schedule;
    private final Scheduler scheduler;
    private final SeededRandom chance;
    private final Duration calmAfter;
    private final Optional<CrashPoint.At> stallPoint;
    private final Duration settlingTime;
    private final Circumstances circumstances;
    private final OutsideParties parties;
    private int crashes;
    private int wantedCrashes;
    private int faults;
    private int faultsInARow;

    DrawnWeather(
            SeededSchedule schedule,
            Scheduler scheduler,
            SeededRandom chance,
            Circumstances circumstances) {
        this.schedule = schedule;
        this.scheduler = scheduler;
        this.chance = chance;
        this.calmAfter = schedule.within().plus(UNTIL_CALM);
        this.stallPoint = chance.happens(300) ? Optional.of(stallPoint(chance)) : Optional.empty();
        this.circumstances = circumstances;
        this.parties = new OutsideParties(circumstances);
        this.settlingTime = chance.happens(250) ? SETTLES_SLOWLY : SETTLES;
    }

    boolean calm() {
        return circumstances.areOver() || scheduler.sinceStart().compareTo(calmAfter) > 0;
    }

    @Override
    public void clearUp() {
        circumstances.end();
    }

    /** The number of crashes at the point that the schedule is about. */
    int wantedCrashes() {
        return wantedCrashes;
    }

    /** The number of calls that met the fault that the schedule is about. */
    int wantedFaults() {
        return faults;
    }

    @Override
    public Verdict at(Boundary boundary, Side side) {
        return new Verdict(stall(boundary, side), dies(boundary, side));
    }

    private static CrashPoint.At stallPoint(SeededRandom chance) {
        return new CrashPoint.At(
                chance.oneOf(List.of(Boundary.values())), chance.oneOf(List.of(Side.values())));
    }

    private Duration stall(Boundary boundary, Side side) {
        if (calm()) {
            return MILLISECOND;
        }
        boolean stalls =
                stallPoint
                        .filter(point -> point.boundary() == boundary && point.side() == side)
                        .isPresent();
        if (stalls && chance.happens(200)) {
            return chance.between(LONG_STALL, LONGEST_STALL);
        }
        int drawn = chance.below(10_000);
        if (drawn < 9_600) {
            return Duration.ofNanos(200_000L + drawn * 700L);
        }
        return drawn < 9_995
                ? chance.between(MILLISECOND, Duration.ofSeconds(2))
                : chance.between(Duration.ofSeconds(2), LONGEST_STALL);
    }

    private boolean dies(Boundary boundary, Side side) {
        if (calm() || crashes >= Math.max(MOST_CRASHES, schedule.orders())) {
            return false;
        }
        boolean wanted =
                schedule.crash() instanceof CrashPoint.At(var where, var when)
                        && where == boundary
                        && when == side;
        boolean dies = chance.happens(wanted ? 250 : schedule.storm() ? 5 : 2);
        if (dies) {
            crashes++;
            wantedCrashes += wanted ? 1 : 0;
        }
        return dies;
    }

    /** The times when all processes die at once, if the schedule is about that. */
    List<Duration> blackouts() {
        return switch (schedule.crash()) {
            case CrashPoint.Everything() -> {
                wantedCrashes += 2;
                yield List.of(blackout(), blackout());
            }
            case CrashPoint.Nowhere _, CrashPoint.At _ -> List.of();
        };
    }

    private Duration blackout() {
        return chance.between(Duration.ZERO, schedule.within().plusMinutes(2));
    }

    @Override
    public ErpFault next(boolean write) {
        if (calm() || faultsInARow >= MOST_FAULTS_IN_A_ROW) {
            faultsInARow = 0;
            return ErpFault.NONE;
        }
        if (schedule.fault() != ErpFault.NONE && chance.happens(write ? 400 : 120)) {
            faults++;
            faultsInARow++;
            return schedule.fault();
        }
        faultsInARow = 0;
        return chance.happens(schedule.storm() ? 250 : 15)
                ? chance.oneOf(List.of(ErpFault.values()))
                : ErpFault.NONE;
    }

    @Override
    public Duration latency() {
        return chance.between(Duration.ofMillis(20), Duration.ofMillis(400));
    }

    @Override
    public Duration slowness() {
        return chance.between(Duration.ofSeconds(1), Duration.ofSeconds(7));
    }

    @Override
    public Duration settlingTime() {
        return settlingTime;
    }

    @Override
    public Duration unseenFor() {
        return chance.between(Duration.ofSeconds(1), settlingTime.multipliedBy(3).dividedBy(4));
    }

    @Override
    public Duration idle() {
        return chance.between(Duration.ofSeconds(1), Duration.ofMinutes(3));
    }

    @Override
    public TableTrouble table() {
        return rarely(TableTrouble.NONE, List.of(TableTrouble.values()), 10);
    }

    @Override
    public QueueTrouble queue() {
        return rarely(QueueTrouble.NONE, List.of(QueueTrouble.values()), 10);
    }

    @Override
    public RefundTrouble refund() {
        return rarely(RefundTrouble.NONE, List.of(RefundTrouble.values()), 150);
    }

    private <T> T rarely(T usual, List<T> all, int perMille) {
        return !calm() && chance.happens(perMille) ? chance.oneOf(all) : usual;
    }

    @Override
    public Duration refundUnseenFor() {
        return chance.between(Duration.ofMillis(100), Duration.ofSeconds(8));
    }

    @Override
    public Duration delivery() {
        return chance.happens(150)
                ? chance.between(Duration.ZERO, Duration.ofSeconds(5))
                : Duration.ZERO;
    }

    @Override
    public Optional<Fault> refusal(String subscriber) {
        boolean deaf =
                !calm() && (subscriber.endsWith("deaf") ? chance.happens(500) : chance.happens(10));
        return deaf
                ? Optional.of(new Fault.Transient("no connection"))
                : parties.subscriber(subscriber);
    }

    @Override
    public Duration slowness(String subscriber) {
        return parties.slowness(subscriber);
    }

    @Override
    public boolean answerLost() {
        return !calm() && chance.happens(20);
    }

    @Override
    public Optional<Fault> closed(boolean write, String about) {
        return parties.erp(write, about);
    }

    @Override
    public boolean answerLost(String about) {
        return parties.answerLost(about);
    }

    @Override
    public Optional<Fault> shopClosed() {
        return parties.shop();
    }
}
