package io.rapport.scoring.topology.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.BrandScoreChangedBuilder;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.RorSums;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.domain.brand.BrandScore;
import io.rapport.scoring.topology.brand.spread.SpreadPublisher;
import io.rapport.scoring.topology.brand.state.BrandActivityStore;
import io.rapport.scoring.topology.brand.state.BrandDaySumStore;
import io.rapport.scoring.topology.brand.state.BrandPublicationState;
import io.rapport.scoring.topology.brand.state.BrandState;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import io.rapport.scoring.topology.brand.state.PublishedBrandFigures;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.WallClockSchedule;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the scores of brands at most once a second, and only when all their people have one scoring target. A score is
 * published on {@code .changes} when its day, its model, a count of people or the 30-day ratio changed, the ratio target 1 %.
 */
final class BrandScorePublisher {

    private static final JsonSerde<BrandScoreChanged> JSON = new JsonSerde<>(BrandScoreChanged.class);

    private final ProcessorContext<String, PublicEvent> context;
    private final BrandStateStore brands;
    private final BrandDaySumStore sums;
    private final BrandActivityStore activity;
    private final SpreadPublisher spreads;
    private final ModelLookup models;

    BrandScorePublisher(
            ProcessorContext<String, PublicEvent> context, BrandStateStore brands, SpreadPublisher spreads) {
        this.context = context;
        this.brands = brands;
        this.sums = new BrandDaySumStore(context);
        this.activity = new BrandActivityStore(context);
        this.spreads = spreads;
        this.models = new ModelLookup(context);
    }

    void publish(String brand, long now) {
        var state = brands.state(brand);
        var publication = state.publication();
        var target = state.agreedTarget(models.activeVersion(brand, publication.model()));
        if (target == null || target.day() == EpochDays.NONE || isOutdated(target, state)) {
            return;
        }
        var hasChanged = publication.pending() != null || isNewModel(publication, target);
        // A new day waits until the spread may be published as well, so that both have the same day.
        var isDue = WallClockSchedule.isDue(publication.publishedAt(), now)
                && (target.day() == publication.asOf() || spreads.isDue(brand, now));
        if (hasChanged && isDue) {
            publish(brand, state, event(brand, state, target), now);
        }
    }

    /** Whether people are scored for a day before the published one, and the day of the brand has not turned back. */
    private static boolean isOutdated(ScoringTarget target, BrandState state) {
        var day = state.calendar().day();
        var published = state.publication().asOf();
        return day != EpochDays.NONE && day < published ? target.day() != day : target.day() < published;
    }

    private void publish(String brand, BrandState state, BrandScoreChanged event, long now) {
        var publication = state.publication();
        var summary = PublishedBrandFigures.of(event);
        var last = publication.change();
        var isSignificant = last == null || last.isSignificantChange(summary);
        brands.update(brand, before -> before.withPublication(publication.withPublished(summary, isSignificant, now)));
        forward(Topic.BRAND_CURRENT, brand, withPrevious(event, publication.current()), now);
        if (isSignificant) {
            forward(Topic.BRAND_CHANGES, brand, withPrevious(event, last), now);
        }
    }

    private void forward(Topic topic, String brand, BrandScoreChanged event, long now) {
        context.forward(
                PublicEvent.stateRecord(new PublicEvent(topic, JSON.write(event)), brand, event.sequence(), now));
    }

    private BrandScoreChanged event(String brand, BrandState state, ScoringTarget target) {
        var key = BrandKey.of(brand);
        var ledger = brands.ledger(brand);
        var windows = sums.windows(brand, ledger, target.day());
        var publication = state.publication();
        return BrandScoreChangedBuilder.builder()
                .agency(key.agency())
                .brand(key.brand())
                .asOf(EpochDays.toDate(target.day()))
                .modelVersion(target.model())
                .sequence(publication.sequence() + 1)
                .reason(reason(publication, target))
                .people(ledger.people())
                .windows(BrandScore.of(ledger, target.day(), models.require(brand, target.model())))
                .accounts(state.outcomes().toAccountBalance(activity.ahead(brand, target.day())))
                .value(windows.value())
                .service(windows.service())
                .build();
    }

    private static ChangeReason reason(BrandPublicationState publication, ScoringTarget target) {
        if (isNewModel(publication, target)) {
            return ChangeReason.MODEL_CHANGED;
        }
        var pending = publication.pending();
        return pending == null || target.day() != publication.asOf() ? ChangeReason.DAY_TURNED : pending;
    }

    private static boolean isNewModel(BrandPublicationState publication, ScoringTarget target) {
        return publication.current() != null && !target.model().equals(publication.model());
    }

    private static BrandScoreChanged withPrevious(BrandScoreChanged event, @Nullable PublishedBrandFigures last) {
        @Nullable RorSums previous = last == null ? null : last.month();
        return BrandScoreChangedBuilder.builder(event).previous(previous).build();
    }
}
