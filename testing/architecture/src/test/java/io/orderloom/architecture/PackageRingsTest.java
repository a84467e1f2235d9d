package io.orderloom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Within a module, packages depend on each other in one direction only, so that one can be read
 * before another.
 */
class PackageRingsTest {
    /**
     * The cycles that exist, each with its reason. The list may only shrink: a package that leaves
     * a cycle has to leave the line too.
     */
    private static final Map<String, Set<String>> STILL =
            Map.of(
                    // The stack is put together in the package that also holds the JSON, names and
                    // rejections that its parts use.
                    "localstack/embedded",
                    Set.of(
                            "embedded embedded.door embedded.erp embedded.journal embedded.lambda"
                                    + " embedded.meter embedded.poller embedded.secret"
                                    + " embedded.shopify embedded.subscriber"),
                    // The hosts of ERPs start an Odoo, whose faults are the same as those of any
                    // ERP.
                    "testing/simulation",
                    Set.of("simulation.erp simulation.odoo"));

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

        assertThat(rings).isEqualTo(STILL);
    }
}
