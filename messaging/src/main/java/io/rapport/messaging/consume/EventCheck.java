package io.rapport.messaging.consume;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Checks of decoded events that JSON decoding does not make: it leaves missing components null. */
final class EventCheck {

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private EventCheck() {}

    private record Component(RecordComponent declared, boolean nullable) {

        static Component of(RecordComponent declared) {
            declared.getAccessor().setAccessible(true);
            var isNullable = declared.getType().isPrimitive() || isNullable(declared.getAnnotatedType());
            return new Component(declared, isNullable);
        }

        private static boolean isNullable(AnnotatedType type) {
            return type.isAnnotationPresent(Nullable.class);
        }

        @Nullable
        Object value(Object owner) {
            try {
                return declared.getAccessor().invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The accessor of " + declared + " failed", e);
            }
        }
    }

    /**
     * Requires that all components of a record that are not nullable are present, at any depth.
     *
     * @throws SerializationException naming the first one that is missing
     */
    static void requireComplete(Object event) {
        requireComplete(event, event.getClass().getSimpleName());
    }

    /**
     * Requires that an event names the same agency and brand as its key, as far as it has these components, and the same
     * hash as a key that is nothing else.
     *
     * @throws SerializationException if it does not
     */
    static void requireSameBrand(Object event, List<String> key) {
        if (event instanceof Record) {
            for (var component : COMPONENTS.get(event.getClass())) {
                var index = indexInKey(component.declared.getName(), key.size());
                if (index >= 0
                        && component.declared.getType() == String.class
                        && index < key.size()
                        && !key.get(index).equals(component.value(event))) {
                    throw new SerializationException(
                            "The key and the event name another " + component.declared.getName());
                }
            }
        }
    }

    private static int indexInKey(String component, int parts) {
        return parts == 1 && component.equals("hash")
                ? 0
                : List.of("agency", "brand").indexOf(component);
    }

    private static void requireComplete(@Nullable Object value, String path) {
        if (value instanceof Record) {
            for (var component : COMPONENTS.get(value.getClass())) {
                requireComplete(component, value, path);
            }
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(element -> requireElement(element, path));
        } else if (value instanceof Map<?, ?> entries) {
            entries.values().forEach(element -> requireElement(element, path));
        }
    }

    private static void requireComplete(Component component, Object owner, String path) {
        if (component.declared.getType().isPrimitive()) {
            return;
        }
        var value = component.value(owner);
        if (value != null) {
            if (value instanceof Record || value instanceof Collection || value instanceof Map) {
                requireComplete(value, path + "." + component.declared.getName());
            }
        } else if (!component.nullable) {
            throw new SerializationException(path + "." + component.declared.getName() + " is missing");
        }
    }

    private static void requireElement(@Nullable Object element, String path) {
        if (element == null) {
            throw new SerializationException(path + " has an element that is null");
        }
        requireComplete(element, path);
    }
}
