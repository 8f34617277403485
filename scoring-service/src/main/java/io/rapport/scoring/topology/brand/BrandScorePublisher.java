package io.rapport.scoring.topology.brand;

import io.rapport.scoring.topology.brand.state.BrandDaySumStore;
import io.rapport.scoring.topology.brand.state.BrandPublicationState;
import io.rapport.scoring.topology.brand.state.BrandState;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import io.rapport.scoring.topology.brand.state.PublishedBrandFigures;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.RorSums;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.brand.BrandScore;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.support.WallClockSchedule;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.state.EpochDays;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Publishes brands' figures at most once a second, and only when everyone in them is judged on one day and with one model.
 * {@code .changes} tells of another day or model, other counts of people, or a 30-day ratio that moved by a hundredth.
 */
final class BrandScorePublisher {

    private static final JsonSerde<BrandScoreChanged> JSON = new JsonSerde<>(BrandScoreChanged.class);

    private final ProcessorContext<String, Object> context;
    private final BrandStateStore brands;
    private final BrandDaySumStore sums;
    private final ModelLookup models;

    BrandScorePublisher(ProcessorContext<String, Object> context, BrandStateStore brands) {
        this.context = context;
        this.brands = brands;
        this.sums = new BrandDaySumStore(context);
        this.models = new ModelLookup(context);
    }

    void publish(String brand, long now) {
        var state = brands.state(brand);
        var told = state.publication();
        var agreed = state.agreedTarget(models.activeVersion(brand, told.model()));
        if (agreed == null || agreed.day() == EpochDays.NONE || agreed.day() < told.asOf()) {
            return;
        }
        var isNews = told.pending() != null || isNewModel(told, agreed);
        if (isNews && WallClockSchedule.isDue(told.publishedAt(), now)) {
            publish(brand, state, event(brand, state, agreed), now);
        }
    }

    private void publish(String brand, BrandState state, BrandScoreChanged event, long now) {
        var told = state.publication();
        var summary = PublishedBrandFigures.of(event);
        var last = told.change();
        var isTelling = last == null || last.isSignificantChange(summary);
        brands.update(brand, before -> before.told(told.withPublished(summary, isTelling, now)));
        if (summary.target().day() > told.asOf()) {
            sums.trim(brand, summary.target().day());
        }
        forward(Topic.BRAND_CURRENT, brand, withPrevious(event, told.current()), now);
        if (isTelling) {
            forward(Topic.BRAND_CHANGES, brand, withPrevious(event, last), now);
        }
    }

    private void forward(Topic topic, String brand, BrandScoreChanged event, long now) {
        context.forward(PublicEvent.stateRecord(new PublicEvent(topic, JSON.write(event)), brand, event.sequence(), now));
    }

    private BrandScoreChanged event(String brand, BrandState state, ScoringTarget by) {
        var key = BrandKey.of(brand);
        var ledger = brands.ledger(brand);
        var windows = sums.windows(brand, ledger, by.day());
        var told = state.publication();
        return new BrandScoreChanged(
                key.agency(),
                key.brand(),
                EpochDays.toDate(by.day()),
                by.model(),
                told.sequence() + 1,
                reason(told, by),
                ledger.people(),
                BrandScore.of(ledger, by.day(), models.require(brand, by.model())),
                state.outcomes().toAccountBalance(),
                windows.value(),
                windows.service(),
                null);
    }

    private static ChangeReason reason(BrandPublicationState told, ScoringTarget by) {
        if (isNewModel(told, by)) {
            return ChangeReason.MODEL_CHANGED;
        }
        var pending = told.pending();
        return pending == null || by.day() > told.asOf() ? ChangeReason.DAY_TURNED : pending;
    }

    private static boolean isNewModel(BrandPublicationState told, ScoringTarget by) {
        return told.current() != null && !by.model().equals(told.model());
    }

    private static BrandScoreChanged withPrevious(BrandScoreChanged event, @Nullable PublishedBrandFigures last) {
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
