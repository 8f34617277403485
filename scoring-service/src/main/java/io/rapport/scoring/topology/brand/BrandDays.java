package io.rapport.scoring.topology.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.topology.stage.Published;
import io.rapport.scoring.topology.state.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Turns brands' days: by the wall clock where they live, by the latest event where history is replayed. Never back. */
final class BrandDays {

    private static final JsonSerde<BrandDayTurned> JSON = new JsonSerde<>(BrandDayTurned.class);

    private final ProcessorContext<String, Object> context;
    private final Brands brands;

    BrandDays(ProcessorContext<String, Object> context, Brands brands) {
        this.context = context;
        this.brands = brands;
    }

    void advance(String brand, long now) {
        var state = brands.state(brand);
        var day = dayOf(state, now);
        if (day > state.calendar().day()) {
            var calendar = state.calendar().turnedTo(day);
            brands.change(brand, before -> before.turned(calendar));
            publish(brand, calendar, now);
        }
    }

    private static int dayOf(BrandState state, long now) {
        var registration = state.registration();
        if (registration == null) {
            return Days.NONE;
        }
        if (registration.clock() == BrandClock.EVENT) {
            return state.calendar().lastEvent();
        }
        return Days.of(LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneId.of(registration.timeZone())));
    }

    private void publish(String brand, BrandState.Calendar calendar, long now) {
        var key = BrandKey.of(brand);
        var event = new BrandDayTurned(key.agency(), key.brand(), Days.date(calendar.day()), calendar.turns());
        context.forward(
                Published.state(new Published(Topic.BRAND_DAY, JSON.write(event)), brand, event.sequence(), now));
    }
}
