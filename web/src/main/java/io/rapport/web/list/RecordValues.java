package io.rapport.web.list;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads components of records, of those that are not public as well. */
final class RecordValues {

    private RecordValues() {}

    static @Nullable Object read(RecordComponent component, Object from) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The component " + component.getName() + " cannot be read", e);
        }
    }
}
