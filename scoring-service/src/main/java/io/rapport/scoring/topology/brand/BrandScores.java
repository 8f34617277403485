package io.rapport.scoring.topology.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.RorSums;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.brand.BrandScore;
import io.rapport.scoring.topology.model.Models;
import io.rapport.scoring.topology.model.Target;
import io.rapport.scoring.topology.stage.Pace;
import io.rapport.scoring.topology.stage.Published;
import io.rapport.scoring.topology.state.Days;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Publishes brands' figures at most once a second, and only when everyone in them is judged on one day and with one model.
 * {@code .changes} tells of another day or model, other counts of people, or a 30-day ratio that moved by a hundredth.
 */
final class BrandScores {

    private static final JsonSerde<BrandScoreChanged> JSON = new JsonSerde<>(BrandScoreChanged.class);

    private final ProcessorContext<String, Object> context;
    private final Brands brands;
    private final BrandDaySums sums;
    private final Models models;

    BrandScores(ProcessorContext<String, Object> context, Brands brands) {
        this.context = context;
        this.brands = brands;
        this.sums = new BrandDaySums(context);
        this.models = new Models(context);
    }

    void publish(String brand, long now) {
        var state = brands.state(brand);
        var told = state.told();
        var agreed = state.agreed(models.active(brand, told.model()));
        if (agreed == null || agreed.day() == Days.NONE || agreed.day() < told.asOf()) {
            return;
        }
        var isNews = told.pending() != null || isRemodelled(told, agreed);
        if (isNews && Pace.rested(told.publishedAt(), now)) {
            publish(brand, state, event(brand, state, agreed), now);
        }
    }

    private void publish(String brand, BrandState state, BrandScoreChanged event, long now) {
        var told = state.told();
        var summary = BrandSummary.of(event);
        var last = told.change();
        var isTelling = last == null || last.isTelling(summary);
        brands.change(brand, before -> before.told(told.published(summary, isTelling, now)));
        if (summary.target().day() > told.asOf()) {
            sums.trim(brand, summary.target().day());
        }
        forward(Topic.BRAND_CURRENT, brand, withPrevious(event, told.current()), now);
        if (isTelling) {
            forward(Topic.BRAND_CHANGES, brand, withPrevious(event, last), now);
        }
    }

    private void forward(Topic topic, String brand, BrandScoreChanged event, long now) {
        context.forward(Published.state(new Published(topic, JSON.write(event)), brand, event.sequence(), now));
    }

    private BrandScoreChanged event(String brand, BrandState state, Target by) {
        var key = BrandKey.of(brand);
        var ledger = brands.ledger(brand);
        var windows = sums.windows(brand, ledger, by.day());
        var told = state.told();
        return new BrandScoreChanged(
                key.agency(),
                key.brand(),
                Days.date(by.day()),
                by.model(),
                told.sequence() + 1,
                reason(told, by),
                ledger.people(),
                BrandScore.of(ledger, by.day(), models.of(brand, by.model())),
                state.tally().accounts(),
                windows.value(),
                windows.service(),
                null);
    }

    private static ChangeReason reason(BrandTold told, Target by) {
        if (isRemodelled(told, by)) {
            return ChangeReason.MODEL_CHANGED;
        }
        var pending = told.pending();
        return pending == null || by.day() > told.asOf() ? ChangeReason.DAY_TURNED : pending;
    }

    private static boolean isRemodelled(BrandTold told, Target by) {
        return told.current() != null && !by.model().equals(told.model());
    }

    private static BrandScoreChanged withPrevious(BrandScoreChanged event, @Nullable BrandSummary last) {
        @Nullable RorSums previous = last == null ? null : last.month();
        return new BrandScoreChanged(
                event.agency(),
                event.brand(),
                event.asOf(),
                event.modelVersion(),
                event.sequence(),
                event.reason(),
                event.people(),
                event.windows(),
                event.accounts(),
                event.value(),
                event.service(),
                previous);
    }
}
