package io.orderloom.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Exceptions and their fingerprints are each created and parsed in one place only. */
class ExceptionRoomTest {
    private static final String EXCEPTION = "io.orderloom.exception.OrderException";

    /** Code that joins or splits the parts of a fingerprint at a vertical bar. */
    private static final Pattern JOINT =
            Pattern.compile("\"[\\w.-]*\\|\"|\"(\\\\\\\\)?\\|[\\w.|-]*\"|'\\|'|%[sd]\\||\\|%[sd]");

    /** The files that may have such code. Rejection.java keeps bars out of a fact's key. */
    private static final List<String> MAY_JOIN =
            List.of("Fingerprint.java", "StoredFingerprint.java", "FactKey.java", "Rejection.java");

    @Test
    void an_exception_is_made_by_its_factory_alone() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(EXCEPTION)
                .and()
                .doNotHaveFullyQualifiedName("io.orderloom.exception.Exceptions")
                .should()
                .callConstructorWhere(target(owner(name(EXCEPTION))))
                .because("a fingerprint, its type and its path belong together")
                .check(Project.classes());
    }

    @Test
    void only_fingerprints_and_fact_keys_join_or_split_text_at_bars() {
        var sources =
                Stream.of("shared-model", "connectors", "functions")
                        .flatMap(ExceptionRoomTest::sources)
                        .toList();

        assertThat(sources).hasSizeGreaterThan(300);
        assertThat(sources)
                .filteredOn(source -> !MAY_JOIN.contains(source.getFileName().toString()))
                .filteredOn(source -> JOINT.matcher(text(source)).find())
                .isEmpty();
        assertThat(sources)
                .filteredOn(source -> JOINT.matcher(text(source)).find())
                .extracting(source -> source.getFileName().toString())
                .as("the pattern finds each of the files that may have such code")
                .containsExactlyInAnyOrderElementsOf(MAY_JOIN);
    }

    private static Stream<Path> sources(String folder) {
        var root = Path.of(System.getProperty("orderloom.root", "../.."), folder);
        try (var all = Files.walk(root)) {
            return all
                    .filter(file -> file.toString().contains("src/main/java"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
