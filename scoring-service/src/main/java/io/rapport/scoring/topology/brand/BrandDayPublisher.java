package io.rapport.scoring.topology.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.domain.day.EventDay;
import io.rapport.scoring.topology.brand.state.BrandCalendar;
import io.rapport.scoring.topology.brand.state.BrandState;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import io.rapport.scoring.topology.model.ModelStores;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.support.PublicEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Turns and publishes the brands' days: by wall clock, or by {@link EventDay} for brands with an event clock. By wall clock a
 * day never turns back.
 */
final class BrandDayPublisher {

    private static final JsonSerde<BrandDayTurned> JSON = new JsonSerde<>(BrandDayTurned.class);

    private final ProcessorContext<String, PublicEvent> context;
    private final BrandStateStore brands;
    private final ReadOnlyKeyValueStore<String, BrandDayTurned> published;

    BrandDayPublisher(ProcessorContext<String, PublicEvent> context, BrandStateStore brands) {
        this.context = context;
        this.brands = brands;
        this.published = context.getStateStore(ModelStores.BRAND_DAY);
    }

    void turn(String brand, long now) {
        var state = brands.state(brand);
        var day = currentDay(state, now);
        if (day == EpochDays.NONE
                || (day == state.calendar().day() && !state.calendar().isSettingDue())) {
            return;
        }
        if (day < state.calendar().day()) {
            brands.recordTurnBack(brand, day);
        }
        var calendar = state.calendar().turnedTo(day, nextTurn(brand, state.calendar()));
        brands.update(brand, before -> before.withTurn(calendar));
        publish(brand, calendar, now);
    }

    private static int currentDay(BrandState state, long now) {
        var registration = state.registration();
        if (registration == null) {
            return EpochDays.NONE;
        }
        var calendar = state.calendar();
        if (!state.hasEventClock()) {
            var today = LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneId.of(registration.timeZone()));
            return Math.max(EpochDays.of(today), calendar.day());
        }
        var isKept = calendar.eventDay() >= calendar.floor();
        return isKept ? calendar.eventDay() : calendar.day();
    }

    /** The sequence continues when the state is rebuilt from topics: this topic is not rebuilt. */
    private long nextTurn(String brand, BrandCalendar calendar) {
        var last = published.get(brand);
        return Math.max(calendar.turns(), last == null ? 0 : last.sequence()) + 1;
    }

    private void publish(String brand, BrandCalendar calendar, long now) {
        var key = BrandKey.of(brand);
        var setting = calendar.setting();
        var event = new BrandDayTurned(
                key.agency(),
                key.brand(),
                EpochDays.toDate(calendar.day()),
                calendar.turns(),
                setting == null ? null : Instant.ofEpochMilli(setting.at()));
        context.forward(PublicEvent.stateRecord(
                new PublicEvent(Topic.BRAND_DAY, JSON.write(event)), brand, event.sequence(), now));
    }
}
