package io.rapport.scoring.topology.brand.spread;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.domain.spread.BrandSpread;
import io.rapport.scoring.domain.spread.SpreadAlert;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.WallClockSchedule;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Publishes how sentiment spreads: every new state on {@code .current}, at most once a second and only of the day of the brand's
 * published figures; on {@code .changes} what {@link SpreadChange} finds significant.
 */
public final class SpreadPublisher {

    private static final JsonSerde<SentimentSpreadChanged> JSON = new JsonSerde<>(SentimentSpreadChanged.class);

    private final ProcessorContext<String, PublicEvent> context;
    private final BrandStateStore brands;
    private final SpreadStateStore spreads;
    private final ModelLookup models;

    /** Opens the stores. */
    public SpreadPublisher(ProcessorContext<String, PublicEvent> context) {
        this.context = context;
        this.brands = new BrandStateStore(context);
        this.spreads = new SpreadStateStore(context);
        this.models = new ModelLookup(context);
    }

    /** Whether a state may be published now: the last one is at least a second old. */
    public boolean isDue(String brand, long now) {
        return WallClockSchedule.isDue(spreads.publication(brand).publishedAt(), now);
    }

    /** Publishes the state of a brand if it is due. To be called after the brand's figures were published. */
    public void publish(String brand, long now) {
        var state = brands.state(brand);
        var before = spreads.publication(brand);
        var target = state.agreedTarget(
                models.activeVersion(brand, state.publication().model()));
        if (target == null
                || target.day() == EpochDays.NONE
                || target.day() != state.publication().asOf()) {
            return;
        }
        var isNew = before.pending() || before.seen() != state.publication().sequence();
        if (isNew && WallClockSchedule.isDue(before.publishedAt(), now)) {
            var event = event(brand, before, target);
            spreads.put(
                    brand,
                    published(brand, before.withFiguresSeen(state.publication().sequence()), event, now));
        }
    }

    private SpreadPublicationState published(
            String brand, SpreadPublicationState before, SentimentSpreadChanged event, long now) {
        if (isUnchanged(before, event)) {
            return before;
        }
        var isSignificant = SpreadChange.isSignificant(before.change(), event);
        forward(Topic.SPREAD_CURRENT, brand, event, now);
        if (isSignificant) {
            forward(Topic.SPREAD_CHANGES, brand, event, now);
        }
        return before.withPublished(event, isSignificant, now);
    }

    private static boolean isUnchanged(SpreadPublicationState before, SentimentSpreadChanged event) {
        var last = before.current();
        return last != null
                && last.asOf().equals(event.asOf())
                && last.windows().equals(event.windows())
                && Objects.equals(last.alert(), event.alert());
    }

    private SentimentSpreadChanged event(String brand, SpreadPublicationState before, ScoringTarget target) {
        var key = BrandKey.of(brand);
        var asOf = target.day();
        var people = brands.ledger(brand);
        var windows = BrandSpread.of(people, spreads.ledger(brand), asOf);
        var last = before.current();
        var isNewDay = last == null || EpochDays.of(last.asOf()) != asOf;
        return new SentimentSpreadChanged(
                key.agency(),
                key.brand(),
                EpochDays.toDate(asOf),
                target.model(),
                before.sequence() + 1,
                isNewDay ? ChangeReason.DAY_TURNED : ChangeReason.ENGAGEMENT,
                windows,
                SpreadAlert.of(people, windows, asOf));
    }

    private void forward(Topic topic, String brand, SentimentSpreadChanged event, long now) {
        context.forward(
                PublicEvent.stateRecord(new PublicEvent(topic, JSON.write(event)), brand, event.sequence(), now));
    }
}
