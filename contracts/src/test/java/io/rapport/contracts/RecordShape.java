package io.rapport.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a record is on the wire, one line per property: its path, its JSON type and whether it has to be there. */
final class RecordShape {

    private static final Map<Class<?>, String> SCALARS = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(UUID.class, "string uuid"),
            Map.entry(Instant.class, "string date-time"),
            Map.entry(LocalDate.class, "string date"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(double.class, "number"),
            Map.entry(Double.class, "number"),
            Map.entry(BigDecimal.class, "number"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"));

    private final List<String> lines = new ArrayList<>();

    private RecordShape() {}

    static List<String> of(Class<? extends Record> type) {
        var shape = new RecordShape();
        shape.add("$", type, "");
        return shape.lines;
    }

    private void add(String path, Type type, String presence) {
        if (type instanceof ParameterizedType generic) {
            addContainer(path, generic, presence);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            lines.add(path + ": object" + presence);
            Stream.of(record.getRecordComponents()).forEach(component -> addComponent(path, component));
        } else {
            lines.add(path + ": " + scalar((Class<?>) type) + presence);
        }
    }

    private void addContainer(String path, ParameterizedType type, String presence) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == Map.class) {
            lines.add(path + ": map" + presence);
            add(path + "{key}", arguments[0], "");
            add(path + "{value}", arguments[1], "");
        } else {
            lines.add(path + (type.getRawType() == Set.class ? ": set" : ": array") + presence);
            add(path + "[]", arguments[0], "");
        }
    }

    private void addComponent(String path, RecordComponent component) {
        add(path + "." + name(component), component.getGenericType(), presence(component));
    }

    private static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static String presence(RecordComponent component) {
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return ", required";
        }
        var inclusion = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        return inclusion != null && inclusion.value() == JsonInclude.Include.NON_NULL ? "" : ", or null";
    }

    private static String scalar(Class<?> type) {
        if (type.isEnum()) {
            return "open enum "
                    + Stream.of(type.getEnumConstants())
                            .map(Object::toString)
                            .filter(name -> !name.equals("UNKNOWN"))
                            .toList();
        }
        var scalar = SCALARS.get(type);
        if (scalar == null) {
            throw new AssertionError("The form of " + type + " in JSON is not defined");
        }
        return scalar;
    }
}
