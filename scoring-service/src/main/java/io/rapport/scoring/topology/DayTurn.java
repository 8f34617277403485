package io.rapport.scoring.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Judges everyone anew when their brand's day turns, or when another scoring model is activated: a few at a time, so that
 * events are not kept waiting, and from where it had got to when it was interrupted. Whoever an event reaches first is
 * judged anew then. What turns during a walk is made up for by one walk after it.
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
        var next = partials.published(brand, partial.target());
        if (partial.walk() == null && !next.equals(partial.target())) {
            partials.put(brand, partial.begin(next, BrandKeys.start(brand)));
        }
    }

    private int proceed(String brand, int room, long now) {
        var partial = partials.of(brand);
        if (partial.walk() == null) {
            return 0;
        }
        var range = PeopleRange.read(people, partial.walk().cursor(), room);
        for (var person : range.people()) {
            if (!person.value.judged().target().equals(partial.target())) {
                scores.apply(PersonChange.rejudged(person.key, person.value, partial.target()), Moment.ofClock(now));
            }
        }
        partials.put(brand, partials.of(brand).walked(range.people().size(), range.next()));
        return range.people().size();
    }
}
