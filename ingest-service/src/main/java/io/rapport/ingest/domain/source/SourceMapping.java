package io.rapport.ingest.domain.source;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a payload contains, in the order of the payload.
 *
 * @param items one item for each event of the payload; an event with several parties has one for each of them
 */
public record SourceMapping(List<Item> items) {

    /** The revision of a change without a time in the payload: the time of receipt. */
    public static final long AT_RECEIPT = -1;

    public SourceMapping {
        items = List.copyOf(items);
    }

    /** A mapping with the given items. */
    public static SourceMapping of(Item... items) {
        return new SourceMapping(List.of(items));
    }

    /** A payload that cannot be used as a whole. */
    public static SourceMapping unusable(String reason, String path) {
        return of(new Unusable(reason, path));
    }

    /** The engagements of this mapping. */
    public Stream<Mapped> mapped() {
        return items.stream().filter(Mapped.class::isInstance).map(Mapped.class::cast);
    }

    /** One event of a payload. */
    public sealed interface Item {}

    /**
     * An engagement.
     *
     * @param account the platform's id of the brand's page, profile or account; the connection maps it to a brand
     * @param engagement the fields of the engagement in the form in which {@code POST …/engagements} takes them, without
     *     agency, brand and source; {@link SourceEngagement} composes them. It is validated as every other row
     * @param revision rises with the platform's edit time, for example in epoch milliseconds; null for a first version,
     *     and {@link #AT_RECEIPT} where the payload does not contain the time of the change. A withdrawal without a revision is
     *     final
     * @param withdrawn whether the platform reports that the event no longer holds: deleted, hidden, un-liked
     */
    public record Mapped(
            String account,
            Map<String, Object> engagement,
            @Nullable Long revision,
            boolean withdrawn) implements Item {}

    /**
     * An event that is no engagement, for example a delivery receipt. It is counted by its type.
     *
     * @param eventType the platform's name of the event type
     */
    public record Ignored(String eventType) implements Item {}

    /**
     * An event that should be an engagement and lacks what it needs.
     *
     * @param reason a sentence that describes what is wrong
     * @param path the JSON Pointer of the value that is missing or wrong, from the root of the payload
     */
    public record Unusable(String reason, String path) implements Item {}
}
