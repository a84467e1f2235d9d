package io.orderloom.supply;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** A library that the project is made of, by its Maven coordinates. */
record Component(String group, String name, String version) {
    private static final Pattern PACKAGE_URL =
            Pattern.compile("pkg:maven/(?<group>[^/@?#]+)/(?<name>[^/@?#]+)@(?<version>[^?#]+).*");

    /** Nothing for what does not come from Maven. */
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

    /** The name under which lists of vulnerabilities know it. */
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
