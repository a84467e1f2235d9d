package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.cdk.FunctionPackage.Kind;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionPackagesTest {
    @TempDir private Path root = Path.of("");

    @BeforeEach
    void buildAllForTheJvm() throws IOException {
        for (var function : Function.values()) {
            Zips.jvm(root, function.label());
        }
    }

    @Test
    void an_executable_for_the_stage_s_machines_goes_before_class_files() throws IOException {
        Zips.executable(root, "erp-post", Machine.ARM64);
        Zips.executable(root, "intake", Machine.X86_64);

        var packages = new FunctionPackages(root).of(stage("any", "arm64"));

        assertThat(packages)
                .extractingByKeys(Function.ERP_POST, Function.INTAKE)
                .extracting(FunctionPackage::kind)
                .containsExactly(Kind.NATIVE_ARM64, Kind.JVM);
    }

    @Test
    void an_executable_for_x86_goes_before_class_files_on_an_x86_stage() throws IOException {
        Zips.executable(root, "intake", Machine.X86_64);

        var packages = new FunctionPackages(root).of(stage("any", "x86_64"));

        assertThat(packages)
                .extractingByKey(Function.INTAKE)
                .extracting(FunctionPackage::kind)
                .isEqualTo(Kind.NATIVE_X86_64);
    }

    @Test
    void a_stage_of_class_files_takes_no_executable() throws IOException {
        Zips.executable(root, "intake", Machine.ARM64);

        var packages = new FunctionPackages(root).of(stage("jvm", "arm64"));

        assertThat(packages.values()).extracting(FunctionPackage::kind).containsOnly(Kind.JVM);
    }

    @Test
    void a_stage_of_processes_takes_an_executable_or_class_files_that_a_script_starts()
            throws IOException {
        Zips.executable(root, "erp-post", Machine.X86_64);
        for (var function : Function.values()) {
            Zips.script(root, function.label());
        }

        var packages = new FunctionPackages(root).of(stage("process", "x86_64"));

        assertThat(packages)
                .extractingByKeys(Function.ERP_POST, Function.INTAKE)
                .extracting(FunctionPackage::kind)
                .containsExactly(Kind.NATIVE_X86_64, Kind.SCRIPT);
    }

    @Test
    void a_stage_of_processes_says_what_makes_them() {
        assertThatThrownBy(() -> new FunctionPackages(root).of(stage("process", "x86_64")))
                .hasMessage("intake is not built to run as a process: run 'make packages' first");
    }

    @Test
    void a_stage_of_executables_says_which_is_missing_and_how_it_is_built() {
        assertThatThrownBy(() -> new FunctionPackages(root).of(stage("native", "arm64")))
                .isInstanceOf(FunctionPackage.Unfit.class)
                .hasMessage(
                        "stage test takes executables for arm64, and intake is not built as one:"
                                + " run 'make native ARCH=arm64' first, or set the parameter"
                                + " packages to any");
    }

    @Test
    void an_executable_for_the_wrong_machine_is_refused_before_it_is_deployed() throws IOException {
        Zips.executable(root, "intake", Machine.ARM64, Machine.X86_64);

        assertThatThrownBy(() -> new FunctionPackages(root).of(stage("any", "arm64")))
                .hasMessageContaining("holds NATIVE_X86_64 and not an executable for arm64");
    }

    @Test
    void a_function_that_is_not_built_is_named(@TempDir Path empty) {
        assertThatThrownBy(() -> new FunctionPackages(empty).of(stage("any", "arm64")))
                .hasMessage("intake is not built: run 'make build' first");
    }

    private static Stage stage(String packages, String architecture) {
        var context =
                """
                {"packages": "%s", "architecture": "%s"}
                """
                        .formatted(packages, architecture);
        return Synthesized.stage("test", context);
    }
}
