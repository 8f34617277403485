package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what a payload contains. Not thread-safe. */
public final class PayloadMapping {

    private final List<SourceMapping.Item> items = new ArrayList<>();

    private PayloadMapping() {}

    /**
     * Maps a JSON payload, or a form as {@link FormBody} reads it. A {@link PayloadShapeException} that the mapper does not catch makes the whole payload unusable.
     *
     * @param mapper receives the root of the payload, and where to put what it finds
     */
    public static SourceMapping ofJson(SourcePayload payload, BiConsumer<PayloadNode, PayloadMapping> mapper) {
        return of(mapping -> mapper.accept(PayloadNode.parse(FormBody.json(payload)), mapping));
    }

    /** Maps a payload of any format, as {@link #ofJson}. */
    public static SourceMapping of(Consumer<PayloadMapping> mapper) {
        var mapping = new PayloadMapping();
        try {
            mapper.accept(mapping);
            return new SourceMapping(mapping.items);
        } catch (PayloadShapeException e) {
            return SourceMapping.of(e.toItem());
        }
    }

    /** Adds an engagement. */
    public void add(SourceMapping.@Nullable Mapped item) {
        if (item != null) {
            items.add(item);
        }
    }

    /** The number of items so far. */
    public int size() {
        return items.size();
    }

    /** Adds an event that is no engagement. */
    public void ignore(String eventType) {
        items.add(new SourceMapping.Ignored(TextCleaner.abbreviate(eventType)));
    }

    /** Adds an event that cannot be used. */
    public void refuse(PayloadShapeException reason) {
        items.add(reason.toItem());
    }

    /** Maps each of several entries; one whose shape is wrong is refused alone. */
    public void each(List<PayloadNode> entries, Consumer<PayloadNode> mapper) {
        for (var entry : entries) {
            entry(() -> mapper.accept(entry));
        }
    }

    /** Maps one entry, which is refused alone if its shape is wrong. */
    public void entry(Runnable mapper) {
        var before = items.size();
        try {
            mapper.run();
        } catch (PayloadShapeException e) {
            items.subList(before, items.size()).clear();
            refuse(e);
        }
    }
}
