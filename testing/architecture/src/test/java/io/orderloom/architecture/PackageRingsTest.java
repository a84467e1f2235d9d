package io.orderloom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Within a module, packages depend on each other in one direction only, so that one can be read
 * before another.
 */
class PackageRingsTest {
    @Test
    void packages_of_a_module_do_not_depend_on_each_other_in_a_cycle() {
        var rings = new TreeMap<String, Set<String>>();
        Project.modules()
                .forEach(module -> {
                    var found = PackageRings.of(Project.classes(module));
                    if (!found.isEmpty()) {
                        rings.put(module, found);
                    }
                });

        assertThat(rings).isEmpty();
    }
}
