package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page names the test of each boundary, and each of these tests exists. */
class SecurityPageTest {
    /** The class name stands only before the first test of a class. */
    private static final Pattern NAMED =
            Pattern.compile("`(?<type>[A-Z][A-Za-z]*Test)?(?:\\.(?<method>[a-z][a-z0-9_]*))?`");

    private static final List<String> ROOMS =
            List.of(
                    "shared-model",
                    "connectors",
                    "functions",
                    "infrastructure",
                    "localstack",
                    "testing",
                    "tools");

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        var tests = tests();
        var missing = new ArrayList<String>();
        int named = 0;

        var type = "";
        var matcher = NAMED.matcher(Files.readString(Synthesized.file("docs/security.md")));
        while (matcher.find()) {
            type = matcher.group("type") == null ? type : matcher.group("type");
            var method = matcher.group("method");
            var source = tests.getOrDefault(type, "");
            if (source.isEmpty() || (method != null && !source.contains(" " + method + "("))) {
                missing.add(matcher.group());
            }
            named++;
        }

        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(30);
    }

    private static Map<String, String> tests() throws IOException {
        var all = new ArrayList<Path>();
        for (var room : ROOMS) {
            try (var files = Files.walk(Synthesized.file(room))) {
                files.filter(SecurityPageTest::isTest).forEach(all::add);
            }
        }
        return all.stream()
                .collect(
                        Collectors.groupingBy(
                                file -> file.getFileName().toString().replace(".java", ""),
                                Collectors.mapping(
                                        SecurityPageTest::text, Collectors.joining("\n"))));
    }

    private static boolean isTest(Path file) {
        return Stream.of("/src/test/", "Test.java").allMatch(file.toString()::contains);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
