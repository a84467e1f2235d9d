package io.orderloom.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.orderloom.topology.Setting;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A setting that a function reads at its start, as a method of a mapping declares it.
 *
 * @param variable the environment variable that SmallRye Config reads it from
 * @param byDefault empty if it has none, and then it is either optional or the function's own
 */
record MappedSetting(String variable, Optional<String> byDefault) {
    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String DEFAULT = "io.smallrye.config.WithDefault";

    static Stream<MappedSetting> all() {
        return Project.classes().stream()
                .filter(type -> type.isAnnotatedWith(MAPPING))
                .flatMap(type -> type.getMethods().stream().map(method -> of(prefix(type), method)))
                .filter(one -> one.variable.startsWith(Setting.PREFIX));
    }

    private static String prefix(JavaClass type) {
        return text(type.getAnnotationOfType(MAPPING), "prefix");
    }

    private static MappedSetting of(String prefix, JavaMethod method) {
        var name = method.getName().replaceAll("([A-Z])", "_$1");
        return new MappedSetting(
                (prefix.replace('.', '_') + "_" + name).toUpperCase(Locale.ROOT),
                method.tryGetAnnotationOfType(DEFAULT).map(one -> text(one, "value")));
    }

    private static String text(JavaAnnotation<?> annotation, String name) {
        return (String) annotation.get(name).orElseThrow();
    }
}
