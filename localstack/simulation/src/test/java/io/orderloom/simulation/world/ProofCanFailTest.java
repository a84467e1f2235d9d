package io.orderloom.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.lambda.Outside;
import io.orderloom.simulation.oracle.Findings.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each of the things that exactly-once rests on is needed: without it the same runs fail. */
class ProofCanFailTest {

    private static final int MOST = 300;

    @Test
    void without_the_fact_key_what_came_twice_is_not_known_again() {
        assertFound(
                Kind.UNNAMED,
                Tampering.with(outside -> with(outside, new WithoutFactKey(outside.dynamo()))));
    }

    @Test
    void without_the_fencing_token_two_processes_post_the_same_order() {
        assertFound(
                Kind.DOUBLED,
                Tampering.with(
                        outside -> with(outside, new WithoutFencingToken(outside.dynamo()))));
    }

    @Test
    void without_the_look_up_after_a_doubt_an_order_is_posted_again() {
        assertFound(Kind.DOUBLED, new Tampering(UnaryOperator.identity(), _ -> List.of()));
    }

    @Test
    void without_sending_again_an_order_stays_behind_after_a_crash() {
        assertFound(Kind.LOST, Tampering.with(WithoutResending::in));
    }

    @Test
    void without_the_sweep_the_work_list_keeps_what_is_settled() {
        assertFound(
                Kind.UNNAMED,
                Tampering.with(outside -> with(outside, new WithoutSweep(outside.dynamo()))));
    }

    private static void assertFound(Kind kind, Tampering tampering) {
        var failing =
                LongStream.range(0, MOST).filter(seed -> finds(kind, seed, tampering)).findFirst();

        assertThat(failing).as("a seed at which this is found").isPresent();
        assertThat(finds(kind, failing.getAsLong(), Tampering.NONE)).as("found anyway").isFalse();
    }

    private static boolean finds(Kind kind, long seed, Tampering tampering) {
        var outcome = Run.of(Schedule.of(seed), tampering, Trace.NONE);
        return outcome.findings().count(kind) > 0;
    }

    private static Outside with(Outside outside, TamperedTable table) {
        return new Outside(
                outside.sqs(),
                table,
                outside.channel(),
                outside.refunds(),
                outside.erp(),
                outside.subscribers());
    }
}
