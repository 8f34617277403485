package io.rapport.web.list;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * A response that is a list: a record with the component {@code items}, and {@code next} if it has several pages.
 *
 * @param item the type of its items
 */
record ListRecord(RecordComponent items, @Nullable RecordComponent next, ResolvableType item) {

    /** The list that a type is; empty if it is none, or its items are no records. */
    static Optional<ListRecord> of(Type type) {
        var resolved = ResolvableType.forType(type);
        var raw = resolved.resolve();
        var items = raw == null ? null : component(raw, "items");
        if (raw == null || items == null || !List.class.isAssignableFrom(items.getType())) {
            return Optional.empty();
        }
        var item = ResolvableType.forMethodReturnType(items.getAccessor(), raw);
        var generic =
                ResolvableType.forType(item.getType(), resolved).as(List.class).getGeneric(0);
        var found = generic.resolve();
        return found == null || !found.isRecord()
                ? Optional.empty()
                : Optional.of(new ListRecord(items, component(raw, "next"), generic));
    }

    /** The items of a page. */
    List<?> items(Object page) {
        return (List<?>) Objects.requireNonNull(RecordValues.read(items, page));
    }

    /** The cursor of the next page; null on the last one. */
    @Nullable
    String next(Object page) {
        return next == null ? null : (String) RecordValues.read(next, page);
    }

    private static @Nullable RecordComponent component(Class<?> raw, String name) {
        return !raw.isRecord()
                ? null
                : Arrays.stream(raw.getRecordComponents())
                        .filter(each -> each.getName().equals(name))
                        .findFirst()
                        .orElse(null);
    }
}
