package io.rapport.report.models;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.KindWeights;
import io.rapport.report.page.PageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an engagement of a kind counts in a model.
 *
 * @param kind in words
 * @param cells know, like, trust and return of an inbound engagement, and the effort of an outbound one
 */
record KindWeightsRow(String kind, List<WeightCell> cells) {

    private static final KindWeights NONE = new KindWeights(0, 0, 0, 0);

    /** @param activeValue that of the active model; null if it is the same */
    record WeightCell(String value, @Nullable String activeValue) {

        private static WeightCell of(double value, double active) {
            return new WeightCell(PageFormat.plain(value), value == active ? null : PageFormat.plain(active));
        }
    }

    /** The kinds that count in either model. */
    static List<KindWeightsRow> of(ModelAnswer model, ModelAnswer active) {
        return Arrays.stream(EngagementKind.values())
                .filter(kind -> kind != EngagementKind.UNKNOWN)
                .filter(kind -> Stream.of(model, active).anyMatch(each -> counts(each, kind)))
                .map(kind -> of(kind, model, active))
                .toList();
    }

    /** Whether a weight differs from that of the active model. */
    boolean changed() {
        return cells.stream().anyMatch(cell -> cell.activeValue() != null);
    }

    private static boolean counts(ModelAnswer model, EngagementKind kind) {
        return model.inbound().containsKey(kind.name()) || effort(model, kind) != 0;
    }

    private static KindWeightsRow of(EngagementKind kind, ModelAnswer model, ModelAnswer active) {
        var own = inbound(model, kind);
        var other = inbound(active, kind);
        return new KindWeightsRow(
                PageFormat.label(kind),
                List.of(
                        WeightCell.of(own.know(), other.know()),
                        WeightCell.of(own.like(), other.like()),
                        WeightCell.of(own.trust(), other.trust()),
                        WeightCell.of(own.returned(), other.returned()),
                        WeightCell.of(effort(model, kind), effort(active, kind))));
    }

    private static KindWeights inbound(ModelAnswer model, EngagementKind kind) {
        return model.inbound().getOrDefault(kind.name(), NONE);
    }

    private static double effort(ModelAnswer model, EngagementKind kind) {
        return model.effort().getOrDefault(kind.name(), 0.0);
    }
}
