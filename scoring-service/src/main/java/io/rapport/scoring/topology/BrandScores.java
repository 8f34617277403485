package io.rapport.scoring.topology;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.RorSums;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.BrandScore;
import io.rapport.scoring.domain.ScoringModel;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Publishes brands' figures at most once a second, and only when everyone in them is judged on one day. {@code .changes}
 * tells of another day, other counts of people, or a 30-day ratio that moved by a hundredth.
 */
final class BrandScores {

    private static final JsonSerde<BrandScoreChanged> JSON = new JsonSerde<>(BrandScoreChanged.class);

    private final ProcessorContext<String, Object> context;
    private final Brands brands;
    private final BrandDaySums sums;
    private final ScoringModel model;

    BrandScores(ProcessorContext<String, Object> context, Brands brands, ScoringModel model) {
        this.context = context;
        this.brands = brands;
        this.sums = new BrandDaySums(context);
        this.model = model;
    }

    void publish(String brand, long now) {
        var state = brands.state(brand);
        var told = state.told();
        var asOf = state.agreedDay();
        var mayTell = asOf != Days.NONE && asOf >= told.asOf() && Pace.rested(told.publishedAt(), now);
        if (told.pending() != null && mayTell) {
            publish(brand, state, event(brand, state, asOf), now);
        }
    }

    private void publish(String brand, BrandState state, BrandScoreChanged event, long now) {
        var told = state.told();
        var summary = BrandSummary.of(event);
        var last = told.change();
        var isTelling = last == null || last.isTelling(summary);
        brands.change(brand, before -> before.told(told.published(summary, isTelling, now)));
        if (summary.asOf() > told.asOf()) {
            sums.trim(brand, summary.asOf());
        }
        forward(Topic.BRAND_CURRENT, brand, withPrevious(event, told.current()), now);
        if (isTelling) {
            forward(Topic.BRAND_CHANGES, brand, withPrevious(event, last), now);
        }
    }

    private void forward(Topic topic, String brand, BrandScoreChanged event, long now) {
        context.forward(Published.state(new Published(topic, JSON.write(event)), brand, event.sequence(), now));
    }

    private BrandScoreChanged event(String brand, BrandState state, int asOf) {
        var key = BrandKey.of(brand);
        var ledger = brands.ledger(brand);
        var told = state.told();
        var pending = told.pending();
        var reason = pending == null || asOf > told.asOf() ? ChangeReason.DAY_TURNED : pending;
        return new BrandScoreChanged(
                key.agency(),
                key.brand(),
                Days.date(asOf),
                model.version(),
                told.sequence() + 1,
                reason,
                ledger.people(),
                BrandScore.of(ledger, asOf, model),
                state.tally().accounts(),
                sums.value(brand, ledger, asOf),
                sums.service(brand, asOf),
                null);
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
