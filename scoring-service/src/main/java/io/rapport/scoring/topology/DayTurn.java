package io.rapport.scoring.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Judges everyone anew when their brand's day turns: a few at a time, so that events are not kept waiting, and from
 * where it had got to when it was interrupted. Days that pass during a turn are made up for by one turn after it.
 */
final class DayTurn {

    private static final int PEOPLE_AT_ONCE = 400;

    private final KeyValueStore<String, PersonState> people;
    private final BrandPartials partials;
    private final PersonScores scores;

    DayTurn(ProcessorContext<String, Object> context, PersonScores scores) {
        this.people = context.getStateStore(PersonTopology.PERSON_LEDGER);
        this.partials = new BrandPartials(context);
        this.scores = scores;
    }

    void advance(long now) {
        var room = PEOPLE_AT_ONCE;
        for (var brand : partials.brands()) {
            begin(brand);
            if (room > 0) {
                room -= proceed(brand, room, now);
            }
            partials.send(brand, now);
        }
    }

    private void begin(String brand) {
        var partial = partials.of(brand);
        var day = partials.dayOf(brand);
        if (partial.cursor() == null && day > partial.day()) {
            partials.put(brand, partial.turnedTo(day, BrandKeys.start(brand)));
        }
    }

    private int proceed(String brand, int room, long now) {
        var partial = partials.of(brand);
        if (partial.cursor() == null) {
            return 0;
        }
        var chunk = read(partial.cursor(), BrandKeys.end(brand), room);
        for (var person : chunk) {
            if (person.value.judged().asOf() != partial.day()) {
                scores.apply(PersonChange.dayTurned(person.key, person.value), Moment.ofClock(now));
            }
        }
        var next = chunk.size() < room ? null : BrandKeys.after(chunk.get(room - 1).key);
        partials.put(brand, partials.of(brand).turnedTo(partial.day(), next));
        return chunk.size();
    }

    private List<KeyValue<String, PersonState>> read(String from, String to, int room) {
        var chunk = new ArrayList<KeyValue<String, PersonState>>();
        try (var range = people.range(from, to)) {
            while (range.hasNext() && chunk.size() < room) {
                chunk.add(range.next());
            }
        }
        return chunk;
    }
}
