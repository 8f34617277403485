package io.rapport.scoring.topology.brand.spread;

import io.rapport.scoring.topology.brand.state.BrandStateStore;
import io.rapport.scoring.topology.brand.BrandTopology;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.spread.BrandSpread;
import io.rapport.scoring.domain.spread.SpreadAlert;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.support.WallClockSchedule;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.state.EpochDays;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Publishes how word of brands spreads: on {@code .current} every new state, at most once a second and only when everyone
 * in it is judged on one day; on {@code .changes} what {@link SpreadChange} calls telling.
 */
final class SpreadPublisher {

    private static final JsonSerde<SentimentSpreadChanged> JSON = new JsonSerde<>(SentimentSpreadChanged.class);

    private final ProcessorContext<String, Object> context;
    private final BrandStateStore brands;
    private final KeyValueStore<String, SpreadLedger> ledgers;
    private final KeyValueStore<String, SpreadPublicationState> told;
    private final ModelLookup models;

    SpreadPublisher(ProcessorContext<String, Object> context) {
        this.context = context;
        this.brands = new BrandStateStore(context);
        this.ledgers = context.getStateStore(BrandTopology.SPREAD_LEDGER);
        this.told = context.getStateStore(BrandTopology.SPREAD_TOLD);
        this.models = new ModelLookup(context);
    }

    void add(String brand, SpreadLedger change) {
        var sum = ledger(brand).plus(change);
        var asOf = brands.state(brand).publication().asOf();
        ledgers.put(brand, asOf == EpochDays.NONE ? sum : sum.trimmed(asOf));
        told.put(brand, told(brand).withPendingChange());
    }

    void publish(long now) {
        brands.keys().forEach(brand -> publish(brand, now));
    }

    private void publish(String brand, long now) {
        var state = brands.state(brand);
        var before = told(brand);
        var agreed = state.agreedTarget(models.activeVersion(brand, state.publication().model()));
        if (agreed == null
                || agreed.day() == EpochDays.NONE
                || agreed.day() != state.publication().asOf()) {
            return;
        }
        var isNew = before.pending() || before.seen() != state.publication().sequence();
        if (isNew && WallClockSchedule.isDue(before.publishedAt(), now)) {
            var event = event(brand, before, agreed);
            told.put(brand, published(brand, before.withFiguresSeen(state.publication().sequence()), event, now));
        }
    }

    private SpreadPublicationState published(String brand, SpreadPublicationState before, SentimentSpreadChanged event, long now) {
        if (isUnchanged(before, event)) {
            return before;
        }
        var isTelling = SpreadChange.isSignificant(before.change(), event);
        forward(Topic.SPREAD_CURRENT, brand, event, now);
        if (isTelling) {
            forward(Topic.SPREAD_CHANGES, brand, event, now);
        }
        return before.withPublished(event, isTelling, now);
    }

    private static boolean isUnchanged(SpreadPublicationState before, SentimentSpreadChanged event) {
        var last = before.current();
        return last != null
                && last.asOf().equals(event.asOf())
                && last.windows().equals(event.windows())
                && Objects.equals(last.alert(), event.alert());
    }

    private SentimentSpreadChanged event(String brand, SpreadPublicationState before, ScoringTarget by) {
        var key = BrandKey.of(brand);
        var asOf = by.day();
        var people = brands.ledger(brand);
        var windows = BrandSpread.of(people, ledger(brand), asOf);
        var last = before.current();
        var isNewDay = last == null || EpochDays.of(last.asOf()) != asOf;
        return new SentimentSpreadChanged(
                key.agency(),
                key.brand(),
                EpochDays.toDate(asOf),
                by.model(),
                before.sequence() + 1,
                isNewDay ? ChangeReason.DAY_TURNED : ChangeReason.ENGAGEMENT,
                windows,
                SpreadAlert.of(people, windows, asOf));
    }

    private void forward(Topic topic, String brand, SentimentSpreadChanged event, long now) {
        context.forward(PublicEvent.stateRecord(new PublicEvent(topic, JSON.write(event)), brand, event.sequence(), now));
    }

    private SpreadLedger ledger(String brand) {
        var known = ledgers.get(brand);
        return known == null ? SpreadLedger.EMPTY : known;
    }

    private SpreadPublicationState told(String brand) {
        var known = told.get(brand);
        return known == null ? SpreadPublicationState.EMPTY : known;
    }
}
