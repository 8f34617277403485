package io.rapport.ingest.source;

import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.source.payload.SourceRun;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the payloads of one folder. */
final class PayloadTable {

    private final String title;
    private final Map<String, Integer> engagements = new TreeMap<>();
    private final Map<String, Integer> withdrawn = new TreeMap<>();
    private final Map<String, Integer> ignored = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private int files;
    private int withheld;

    PayloadTable(String title) {
        this.title = title;
    }

    void addFile(SourceMapping mapping) {
        files++;
        mapping.items().forEach(this::add);
    }

    private void add(SourceMapping.Item item) {
        if (item instanceof SourceMapping.Ignored each) {
            count(ignored, each.eventType());
        } else if (item instanceof SourceMapping.Unusable each) {
            count(refused, each.path().isEmpty() ? "(whole)" : each.path().replaceAll("/\\d+", "/*"));
        } else if (item instanceof SourceMapping.Mapped each) {
            var engagement = each.engagement();
            var kind = engagement.get("direction") + " " + engagement.get("kind");
            count(each.withdrawn() ? withdrawn : engagements, kind);
            var isBot = Boolean.TRUE.equals(SourceRun.value(engagement, "actor.bot"));
            var isPaid = Boolean.TRUE.equals(SourceRun.value(engagement, "content.paid"));
            withheld += !each.withdrawn() && (isBot || isPaid || "POST".equals(engagement.get("kind"))) ? 1 : 0;
        }
    }

    private static void count(Map<String, Integer> counts, String key) {
        counts.merge(key, 1, Integer::sum);
    }

    int withheld() {
        return withheld;
    }

    Map<String, Integer> engagements() {
        return engagements;
    }

    Map<String, Integer> withdrawn() {
        return withdrawn;
    }

    Map<String, Integer> ignored() {
        return ignored;
    }

    Map<String, Integer> refused() {
        return refused;
    }

    /** Files, engagements, withdrawals, ignored and refused events. */
    List<Integer> totals() {
        return List.of(files, sum(engagements), sum(withdrawn), sum(ignored), sum(refused));
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    void print() {
        System.out.printf(
                "%n%s: %d files, %d engagements (%d withheld), %d withdrawn, %d ignored, %d refused%n",
                title, files, sum(engagements), withheld, sum(withdrawn), sum(ignored), sum(refused));
        print("engagement", engagements);
        print("withdrawn", withdrawn);
        print("ignored", ignored);
        print("refused", refused);
    }

    private static void print(String what, Map<String, Integer> counts) {
        counts.forEach((key, count) -> System.out.printf("  %-10s %4d  %s%n", what, count, key));
    }
}
