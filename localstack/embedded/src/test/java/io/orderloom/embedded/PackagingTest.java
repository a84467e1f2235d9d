package io.orderloom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.topology.Function;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PackagingTest {
    private static final Path ROOT = Path.of("project");

    private static String archive(Packaging packaging, Function function) {
        return packaging.archives(ROOT).getOrDefault(function, Path.of("none")).toString();
    }

    @Test
    void the_two_kinds_of_packages_have_places_of_their_own() {
        var jvm = archive(Packaging.parse("jvm"), Function.ERP_POST);
        var executable = archive(Packaging.parse("native"), Function.ERP_POST);

        assertThat(jvm).isEqualTo("project/functions/erp-post/target/function.zip");
        assertThat(executable)
                .matches("project/functions/erp-post/target/native/(x86_64|arm64)/function.zip");
    }

    @Test
    void some_functions_run_natively_among_others_on_the_jvm() {
        var mixed = Packaging.parse("native:intake,erp-post");

        assertThat(archive(mixed, Function.INTAKE)).contains("native");
        assertThat(archive(mixed, Function.ERP_POST)).contains("native");
        assertThat(archive(mixed, Function.NORMALIZE)).doesNotContain("native");
    }

    @Test
    void an_unknown_kind_of_package_is_refused_by_name() {
        assertThatThrownBy(() -> Packaging.parse("graal")).hasMessageContaining("not 'graal'");
        assertThatThrownBy(() -> Packaging.parse("native:intake,door"))
                .hasMessageContaining("no function 'door'");
    }
}
