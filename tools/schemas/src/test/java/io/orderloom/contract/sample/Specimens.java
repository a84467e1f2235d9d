package io.orderloom.contract.sample;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values of any type of the model, made from its structure, so that no case and no component can be
 * forgotten: one without all that may be absent, and one with everything in it.
 */
public enum Specimens {
    EMPTIEST,
    FULLEST;

    /** All cases of a type, or the one value of a type that is not sealed. */
    public List<Object> of(Class<?> type) {
        return cases(type).map(this::value).toList();
    }

    /** The concrete types of a sealed type, at any depth; the type itself if it is not sealed. */
    public static Stream<Class<?>> cases(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Specimens::cases)
                : Stream.of(type);
    }

    /**
     * Every record that is written as an object inside values of these types, or as one of them.
     */
    public static Set<Class<?>> records(Stream<Class<?>> roots) {
        var met = new LinkedHashSet<Class<?>>();
        roots.flatMap(Specimens::cases).forEach(root -> walk(root, met));
        return met;
    }

    private static void walk(Type type, Set<Class<?>> met) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(t -> walk(t, met));
        } else if (type instanceof Class<?> c && c.isSealed() && Leaves.of(c, false).isEmpty()) {
            cases(c).forEach(one -> walk(one, met));
        } else if (type instanceof Class<?> c
                && c.isRecord()
                && Leaves.of(c, false).isEmpty()
                && met.add(c)) {
            Arrays.stream(c.getRecordComponents()).forEach(r -> walk(r.getGenericType(), met));
        }
    }

    private Object value(Class<?> type) {
        var leaf = Leaves.of(type, this == FULLEST);
        if (leaf.isPresent()) {
            return leaf.get();
        }
        if (type.isEnum()) {
            var constants = type.getEnumConstants();
            return constants[this == FULLEST ? constants.length - 1 : 0];
        }
        return type.isSealed() ? value(type.getPermittedSubclasses()[0]) : instance(type);
    }

    private Object instance(Class<?> record) {
        var components = record.getRecordComponents();
        if (components == null) {
            throw new AssertionError("Leaves has no value of " + record);
        }
        try {
            var types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(components).map(c -> component(c.getGenericType())).toArray());
        } catch (InvocationTargetException refused) {
            throw new AssertionError(
                    "%s does not take this: give Leaves a value of it".formatted(record), refused);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(record.getName(), impossible);
        }
    }

    private Object component(Type type) {
        if (!(type instanceof ParameterizedType generic)) {
            return value((Class<?>) type);
        }
        var raw = (Class<?>) generic.getRawType();
        var arguments = generic.getActualTypeArguments();
        boolean full = this == FULLEST;
        if (raw == Optional.class) {
            return full ? Optional.of(component(arguments[0])) : Optional.empty();
        }
        if (Map.class.isAssignableFrom(raw)) {
            return full ? Map.of(component(arguments[0]), component(arguments[1])) : Map.of();
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return full ? of((Class<?>) arguments[0]) : List.of();
        }
        throw new AssertionError("no specimen of " + type);
    }
}
