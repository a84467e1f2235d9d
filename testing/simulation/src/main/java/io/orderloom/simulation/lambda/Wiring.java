package io.orderloom.simulation.lambda;

import io.orderloom.kit.order.ExceptionCounter;
import io.orderloom.kit.order.Locks;
import io.orderloom.kit.queue.GroupThreads;
import io.orderloom.kit.telemetry.ExceptionMetrics;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * Creates a function's objects as its CDI container does: by constructor, one object per class,
 * with settings from the configuration. So the functions' code runs unchanged, and only the outside
 * is replaced.
 */
public final class Wiring {
    /** Cached, since processes start so often that repeated reflection was noticeable. */
    private static final ClassValue<Way> WAYS =
            new ClassValue<>() {
                @Override
                protected Way computeValue(Class<?> type) {
                    var constructor = constructor(type);
                    constructor.setAccessible(true);
                    return new Way(constructor, constructor.getParameters());
                }
            };

    /** The functions' own beans that implement ports of theirs. */
    private static final Map<Class<?>, Class<?>> BEHIND =
            Map.of(
                    Locks.class, GroupThreads.class,
                    ExceptionCounter.class, ExceptionMetrics.class);

    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final Map<Class<?>, List<?>> choices = new HashMap<>();
    private final Map<Class<?>, List<? extends Class<?>>> made = new HashMap<>();
    private final Config config;

    /** The way to create an object. */
    @SuppressWarnings("ArrayRecordComponent") // iterated, never compared
    private record Way(Constructor<?> constructor, Parameter[] wants) {}

    public Wiring(Config config) {
        this.config = config;
        put(Config.class, config);
    }

    public <T> Wiring put(Class<T> type, T part) {
        parts.put(type, part);
        return this;
    }

    /** Sets the beans that {@code Instance<T>} offers. */
    public <T> Wiring choose(Class<T> type, List<? extends T> among) {
        choices.put(type, among);
        return this;
    }

    /** Sets beans that {@code Instance<T>} offers and that are created on first use. */
    public <T> Wiring chooseMade(Class<T> type, List<Class<? extends T>> among) {
        made.put(type, among);
        return this;
    }

    /**
     * @throws IllegalStateException if it needs something that can't be created here
     */
    public <T> T get(Class<T> type) {
        var known = parts.get(type);
        if (known != null) {
            return type.cast(known);
        }
        var made = make(type);
        parts.put(type, made);
        return made;
    }

    private <T> T make(Class<T> type) {
        var bean = BEHIND.get(type);
        if (bean != null) {
            return type.cast(get(bean));
        }
        if (type.isAnnotationPresent(ConfigMapping.class)) {
            return MappedSettings.of(type, config);
        }
        if (type.isInterface()) {
            throw new IllegalStateException(
                    "the functions need a %s; add one with Wiring.put".formatted(type.getName()));
        }
        var way = WAYS.get(type);
        var arguments = new Object[way.wants().length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(type, way.wants()[i]);
        }
        try {
            return type.cast(way.constructor().newInstance(arguments));
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException("can't make " + type.getName(), failed.getCause());
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException("can't make " + type.getName(), failed);
        }
    }

    private static Constructor<?> constructor(Class<?> type) {
        var all = type.getDeclaredConstructors();
        if (all.length == 1) {
            return all[0];
        }
        return Arrays.stream(all)
                .filter(one -> one.isAnnotationPresent(Inject.class))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                type.getName() + " has several constructors, none for injection"));
    }

    private Object argument(Class<?> owner, Parameter parameter) {
        if (parameter.getType() == Instance.class) {
            return instance(owner, (Class<?>) typeArguments(parameter)[0]);
        }
        return get(parameter.getType());
    }

    private Object instance(Class<?> owner, Class<?> type) {
        var beans = made.get(type);
        var among = beans == null ? choices.get(type) : beans.stream().map(this::get).toList();
        if (among == null) {
            throw new IllegalStateException(
                    "%s selects from the beans of type %s; add them with Wiring.choose"
                            .formatted(owner.getName(), type.getName()));
        }
        return new Choice<>(List.copyOf(among));
    }

    private static Type[] typeArguments(Parameter parameter) {
        return ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments();
    }
}
