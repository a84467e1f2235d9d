package io.orderloom.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Packages of a module that depend on each other in a cycle, directly or through others. */
final class PackageRings {
    private final Map<String, Set<String>> known = new HashMap<>();

    private PackageRings(Collection<JavaClass> classes) {
        var own = classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        for (var type : classes) {
            var others = known.computeIfAbsent(type.getPackageName(), _ -> new HashSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .map(JavaClass::getPackageName)
                    .filter(own::contains)
                    .forEach(others::add);
        }
    }

    /**
     * Each cycle as its packages in alphabetical order, without the prefix that all packages share.
     */
    static Set<String> of(Collection<JavaClass> classes) {
        var packages = new PackageRings(classes);
        return packages.known.keySet().stream()
                .map(packages::ring)
                .filter(ring -> ring.size() > 1)
                .map(ring -> String.join(" ", ring).replace("io.orderloom.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> ring(String name) {
        return reached(name).stream()
                .filter(other -> other.equals(name) || reached(other).contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> reached(String name) {
        var reached = new HashSet<>(Set.of(name));
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (var next : known.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }
}
