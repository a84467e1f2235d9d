package io.orderloom.supply;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** A library in the bill of materials, by its Maven coordinates. */
record Component(String group, String name, String version) {
    private static final Pattern PACKAGE_URL =
            Pattern.compile("pkg:maven/(?<group>[^/@?#]+)/(?<name>[^/@?#]+)@(?<version>[^?#]+).*");

    /** The component; empty if the package does not come from Maven. */
    static Optional<Component> of(String packageUrl) {
        var matched = PACKAGE_URL.matcher(packageUrl);
        return matched.matches()
                ? Optional.of(
                        new Component(
                                matched.group("group"),
                                matched.group("name"),
                                matched.group("version")))
                : Optional.empty();
    }

    /** The package's name in lists of vulnerabilities. */
    String packageName() {
        return group + ":" + name;
    }

    ComparableVersion comparable() {
        return new ComparableVersion(version);
    }

    boolean ours() {
        return group.equals("io.orderloom");
    }

    @Override
    public String toString() {
        return packageName() + ":" + version;
    }
}
