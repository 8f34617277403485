package io.rapport.scoring.topology.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.spread.BrandSpread;
import io.rapport.scoring.domain.spread.SpreadAlert;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.model.Models;
import io.rapport.scoring.topology.model.Target;
import io.rapport.scoring.topology.stage.Pace;
import io.rapport.scoring.topology.stage.Published;
import io.rapport.scoring.topology.state.Days;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Publishes how word of brands spreads: on {@code .current} every new state, at most once a second and only when everyone
 * in it is judged on one day; on {@code .changes} what {@link SpreadMove} calls telling.
 */
final class SpreadScores {

    private static final JsonSerde<SentimentSpreadChanged> JSON = new JsonSerde<>(SentimentSpreadChanged.class);

    private final ProcessorContext<String, Object> context;
    private final Brands brands;
    private final KeyValueStore<String, SpreadLedger> ledgers;
    private final KeyValueStore<String, SpreadTold> told;
    private final Models models;

    SpreadScores(ProcessorContext<String, Object> context) {
        this.context = context;
        this.brands = new Brands(context);
        this.ledgers = context.getStateStore(BrandTopology.SPREAD_LEDGER);
        this.told = context.getStateStore(BrandTopology.SPREAD_TOLD);
        this.models = new Models(context);
    }

    void add(String brand, SpreadLedger change) {
        var sum = ledger(brand).plus(change);
        var asOf = brands.state(brand).told().asOf();
        ledgers.put(brand, asOf == Days.NONE ? sum : sum.trimmed(asOf));
        told.put(brand, told(brand).changed());
    }

    void publish(long now) {
        brands.keys().forEach(brand -> publish(brand, now));
    }

    private void publish(String brand, long now) {
        var state = brands.state(brand);
        var before = told(brand);
        var agreed = state.agreed(models.active(brand, state.told().model()));
        if (agreed == null
                || agreed.day() == Days.NONE
                || agreed.day() != state.told().asOf()) {
            return;
        }
        var isNew = before.pending() || before.seen() != state.told().sequence();
        if (isNew && Pace.rested(before.publishedAt(), now)) {
            var event = event(brand, before, agreed);
            told.put(brand, published(brand, before.looked(state.told().sequence()), event, now));
        }
    }

    private SpreadTold published(String brand, SpreadTold before, SentimentSpreadChanged event, long now) {
        if (isKnown(before, event)) {
            return before;
        }
        var isTelling = SpreadMove.isTelling(before.change(), event);
        forward(Topic.SPREAD_CURRENT, brand, event, now);
        if (isTelling) {
            forward(Topic.SPREAD_CHANGES, brand, event, now);
        }
        return before.published(event, isTelling, now);
    }

    private static boolean isKnown(SpreadTold before, SentimentSpreadChanged event) {
        var last = before.current();
        return last != null
                && last.asOf().equals(event.asOf())
                && last.windows().equals(event.windows())
                && Objects.equals(last.alert(), event.alert());
    }

    private SentimentSpreadChanged event(String brand, SpreadTold before, Target by) {
        var key = BrandKey.of(brand);
        var asOf = by.day();
        var people = brands.ledger(brand);
        var windows = BrandSpread.of(people, ledger(brand), asOf);
        var last = before.current();
        var isNewDay = last == null || Days.of(last.asOf()) != asOf;
        return new SentimentSpreadChanged(
                key.agency(),
                key.brand(),
                Days.date(asOf),
                by.model(),
                before.sequence() + 1,
                isNewDay ? ChangeReason.DAY_TURNED : ChangeReason.ENGAGEMENT,
                windows,
                SpreadAlert.of(people, windows, asOf));
    }

    private void forward(Topic topic, String brand, SentimentSpreadChanged event, long now) {
        context.forward(Published.state(new Published(topic, JSON.write(event)), brand, event.sequence(), now));
    }

    private SpreadLedger ledger(String brand) {
        var known = ledgers.get(brand);
        return known == null ? SpreadLedger.EMPTY : known;
    }

    private SpreadTold told(String brand) {
        var known = told.get(brand);
        return known == null ? SpreadTold.NOTHING : known;
    }
}
