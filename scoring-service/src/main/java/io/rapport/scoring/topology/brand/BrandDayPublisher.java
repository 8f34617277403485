package io.rapport.scoring.topology.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.topology.brand.state.BrandState;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.support.PublicEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Advances and publishes the brands' days: by wall clock, or by the latest engagement for brands with an event clock. A day never
 * moves back.
 */
final class BrandDayPublisher {

    private static final JsonSerde<BrandDayTurned> JSON = new JsonSerde<>(BrandDayTurned.class);

    private final ProcessorContext<String, PublicEvent> context;
    private final BrandStateStore brands;

    BrandDayPublisher(ProcessorContext<String, PublicEvent> context, BrandStateStore brands) {
        this.context = context;
        this.brands = brands;
    }

    void advance(String brand, long now) {
        var state = brands.state(brand);
        var day = currentDay(state, now);
        if (day > state.calendar().day()) {
            var calendar = state.calendar().turnedTo(day);
            brands.update(brand, before -> before.withCalendar(calendar));
            publish(brand, calendar, now);
        }
    }

    private static int currentDay(BrandState state, long now) {
        var registration = state.registration();
        if (registration == null) {
            return EpochDays.NONE;
        }
        if (registration.clock() == BrandClock.EVENT) {
            return state.calendar().lastEvent();
        }
        return EpochDays.of(LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneId.of(registration.timeZone())));
    }

    private void publish(String brand, BrandState.BrandCalendar calendar, long now) {
        var key = BrandKey.of(brand);
        var event = new BrandDayTurned(key.agency(), key.brand(), EpochDays.toDate(calendar.day()), calendar.turns());
        context.forward(PublicEvent.stateRecord(
                new PublicEvent(Topic.BRAND_DAY, JSON.write(event)), brand, event.sequence(), now));
    }
}
