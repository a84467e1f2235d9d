package io.orderloom.simulation.world;

import io.orderloom.fault.Fault;
import io.orderloom.simulation.aws.QueueTrouble;
import io.orderloom.simulation.aws.TableTrouble;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.effect.CrashPolicy;
import io.orderloom.simulation.effect.Side;
import io.orderloom.simulation.fault.ErpFault;
import io.orderloom.simulation.fault.ErpWeather;
import io.orderloom.simulation.shop.Ears;
import io.orderloom.simulation.shop.RefundTrouble;
import java.time.Duration;
import java.util.Optional;

/** All faults that can happen in a world. By default there are none. */
public interface FaultModel extends CrashPolicy, ErpWeather, Ears {

    @Override
    default Verdict at(Boundary boundary, Side side) {
        return new Verdict(Duration.ofMillis(2), false);
    }

    @Override
    default ErpFault next(boolean write) {
        return ErpFault.NONE;
    }

    @Override
    default Duration latency() {
        return Duration.ofMillis(40);
    }

    @Override
    default Duration slowness() {
        return Duration.ofSeconds(5);
    }

    @Override
    default Duration settlingTime() {
        return Duration.ofSeconds(20);
    }

    @Override
    default Duration unseenFor() {
        return Duration.ofSeconds(5);
    }

    @Override
    default Duration idle() {
        return Duration.ofSeconds(10);
    }

    default TableTrouble table() {
        return TableTrouble.NONE;
    }

    default QueueTrouble queue() {
        return QueueTrouble.NONE;
    }

    default RefundTrouble refund() {
        return RefundTrouble.NONE;
    }

    default Duration refundUnseenFor() {
        return Duration.ofSeconds(5);
    }

    /** How long a message takes to become visible on a standard queue. */
    default Duration delivery() {
        return Duration.ZERO;
    }

    @Override
    default Optional<Fault> refusal(String subscriber) {
        return Optional.empty();
    }

    @Override
    default Duration slowness(String subscriber) {
        return Duration.ZERO;
    }

    @Override
    default boolean answerLost() {
        return false;
    }

    /** The fault with which the shop rejects every call at the moment, or empty. */
    default Optional<Fault> shopClosed() {
        return Optional.empty();
    }

    /** Stops all faults for good. */
    default void clearUp() {}
}
