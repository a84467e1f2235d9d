package io.orderloom.governed;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the parts of one instance together as its container does: by constructor, one of each. */
final class Parts {
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Map<Type, List<?>> choices = new HashMap<>();
    private final Config config;

    Parts(Config config) {
        this.config = config;
        put(Config.class, config);
    }

    <T> Parts put(Class<T> type, T part) {
        made.put(type, part);
        return this;
    }

    /** The only one that there is to choose from. */
    <T> Parts choose(Class<T> type, T only) {
        choices.put(type, List.of(only));
        return this;
    }

    <T> T get(Class<T> type) {
        var known = made.get(type);
        if (known != null) {
            return type.cast(known);
        }
        var part = make(type);
        made.put(type, part);
        return part;
    }

    private <T> T make(Class<T> type) {
        var constructor = type.getDeclaredConstructors()[0];
        var arguments = Arrays.stream(constructor.getParameters()).map(this::argument).toArray();
        try {
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance(arguments));
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException("can't make " + type, failed.getCause());
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException("can't make " + type, failed);
        }
    }

    private Object argument(Parameter parameter) {
        var setting = parameter.getAnnotation(ConfigProperty.class);
        if (setting != null) {
            return setting(setting, parameter.getType());
        }
        if (parameter.getType() == Instance.class) {
            var type = (ParameterizedType) parameter.getParameterizedType();
            return new Choice<>(choices.getOrDefault(type.getActualTypeArguments()[0], List.of()));
        }
        return get(parameter.getType());
    }

    private Object setting(ConfigProperty setting, Class<?> type) {
        var text =
                config.getOptionalValue(setting.name(), String.class)
                        .orElse(setting.defaultValue());
        return config.getConverter(type).orElseThrow().convert(text);
    }
}
