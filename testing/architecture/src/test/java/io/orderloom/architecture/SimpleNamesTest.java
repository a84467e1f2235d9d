package io.orderloom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name that is searched for leads to one type, whatever module it is in. */
class SimpleNamesTest {
    private static final String PACKAGE = "package-info";

    @Test
    void a_simple_name_stands_once_in_main_code() {
        var places = places(Project.mainSources());

        assertThat(places).hasSizeGreaterThan(800);
        assertThat(repeated(places))
                .as(
                        "Each of these simple names stands more than once in main code. Keep it for"
                                + " the type of the innermost module (shared-model, topology,"
                                + " order-store, function-kit) and give the others more exact names"
                                + " in the words of docs/glossary.md")
                .isEmpty();
    }

    @Test
    void a_name_that_stands_twice_is_found_with_both_places() {
        var twice =
                Stream.of(
                        "shared-model/src/main/java/io/orderloom/money/Money.java",
                        "shared-model/src/main/java/io/orderloom/money/package-info.java",
                        "tools/schemas/src/main/java/io/orderloom/contract/Money.java",
                        "tools/schemas/src/main/java/io/orderloom/contract/package-info.java");

        assertThat(repeated(places(twice)))
                .containsExactly(
                        "Money: shared-model/src/main/java/io/orderloom/money/Money.java and"
                                + " tools/schemas/src/main/java/io/orderloom/contract/Money.java");
    }

    /** The files that declare each simple name; a file is named like its top-level type. */
    private static Map<String, List<String>> places(Stream<String> files) {
        return files.filter(file -> !simpleName(file).equals(PACKAGE))
                .sorted()
                .collect(
                        Collectors.groupingBy(
                                SimpleNamesTest::simpleName, TreeMap::new, Collectors.toList()));
    }

    private static List<String> repeated(Map<String, List<String>> places) {
        return places.entrySet().stream()
                .filter(name -> name.getValue().size() > 1)
                .map(name ->
                        "%s: %s".formatted(name.getKey(), String.join(" and ", name.getValue())))
                .toList();
    }

    private static String simpleName(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length());
    }
}
