package io.orderloom.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.simulation.mutant.Hunt;
import io.orderloom.simulation.mutant.Mutant;
import io.orderloom.simulation.mutant.Mutants;
import io.orderloom.simulation.oracle.LeakWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation finds a defective product: runs fail with the defect and succeed without it. */
class ProofCanFailTest {
    private static final int MOST = 600;
    private static final int HUNTED = 6;

    /** The first mutants only; {@code make proof-can-fail} looks for all of them. */
    static Stream<Mutant> mutants() {
        return Mutants.all().stream().limit(HUNTED);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void a_schedule_fails_with_the_mutant_and_passes_without_it(Mutant mutant) {
        LeakWatch.install();

        var ended = new Hunt(0, MOST).run(mutant);

        assertThat(ended).isInstanceOf(Hunt.Ended.Found.class);
    }

    @Test
    void the_page_lists_every_mutant() throws IOException {
        var page = Files.readString(Path.of("../../docs/chaos.md"));

        assertThat(Mutants.all())
                .allSatisfy(mutant -> assertThat(page).contains("| " + mutant.name() + " |"));
    }
}
