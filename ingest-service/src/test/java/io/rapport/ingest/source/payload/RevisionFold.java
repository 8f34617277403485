package io.rapport.ingest.source.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.SourceMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Applies mapped engagements as scoring does: of each id the highest revision counts, a withdrawal above its equal. */
public final class RevisionFold {

    private final Map<String, SourceMapping.Mapped> newest = new TreeMap<>();

    /** The lines of what counts after some deliveries. */
    public static List<String> of(List<SourceMapping> deliveries) {
        var fold = new RevisionFold();
        deliveries.forEach(delivery -> delivery.mapped().forEach(fold::apply));
        return fold.newest.values().stream().map(SourceRun::line).toList();
    }

    /** All orders of arrival, each delivery twice. */
    public static List<List<SourceMapping>> orders(List<SourceMapping> deliveries) {
        var orders = new ArrayList<List<SourceMapping>>();
        permute(new ArrayList<>(deliveries), 0, orders);
        return orders;
    }

    private void apply(SourceMapping.Mapped item) {
        var id = String.valueOf(item.engagement().get("sourceId"));
        var before = newest.get(id);
        if (before == null || rank(item) > rank(before)) {
            newest.put(id, item);
        } else if (rank(item) == rank(before) && !item.withdrawn()) {
            assertThat(item).as("the same revision has the same content").isEqualTo(before);
        }
    }

    private static long rank(SourceMapping.Mapped item) {
        var revision = item.revision() == null ? 0 : item.revision();
        return 2 * revision + (item.withdrawn() ? 1 : 0);
    }

    private static void permute(List<SourceMapping> items, int from, List<List<SourceMapping>> orders) {
        if (from == items.size()) {
            var twice = new ArrayList<SourceMapping>();
            items.forEach(item -> {
                twice.add(item);
                twice.add(item);
            });
            orders.add(twice);
        }
        for (var i = from; i < items.size(); i++) {
            Collections.swap(items, from, i);
            permute(items, from + 1, orders);
            Collections.swap(items, from, i);
        }
    }
}
