package io.rapport.scoring.topology.person;

import io.rapport.scoring.topology.state.StoreKeys;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Judges everyone anew when their brand's day turns, or when another scoring model is activated: a few at a time, so that
 * events are not kept waiting, and from where it had got to when it was interrupted. Whoever an event reaches first is
 * judged anew then. What turns during a walk is made up for by one walk after it.
 */
final class DayTurn {

    /** How many a task judges at one look at the clock, however quick it is. */
    private static final int MOST_AT_ONCE = 1000;

    private static final int PIECE = 100;

    private final KeyValueStore<String, PersonState> people;
    private final BrandPartials partials;
    private final PersonScores scores;

    DayTurn(ProcessorContext<String, Object> context, PersonScores scores) {
        this.people = context.getStateStore(PersonTopology.PERSON_LEDGER);
        this.partials = new BrandPartials(context);
        this.scores = scores;
    }

    void advance(long now) {
        var room = MOST_AT_ONCE;
        for (var brand : partials.brands()) {
            begin(brand);
            while (room > 0 && WalkTime.ofThread().isLeft(now) && proceed(brand, now)) {
                room -= PIECE;
            }
            partials.send(brand, now);
        }
    }

    private void begin(String brand) {
        var partial = partials.of(brand);
        var next = partials.published(brand, partial.target());
        if (partial.walk() == null && !next.equals(partial.target())) {
            partials.put(brand, partial.begin(next, StoreKeys.start(brand)));
        }
    }

    /** Judges a few people more, if a walk is on. */
    private boolean proceed(String brand, long now) {
        var partial = partials.of(brand);
        if (partial.walk() == null) {
            return false;
        }
        // The clock of the context stands still meanwhile.
        var start = System.nanoTime();
        var range = PeopleRange.read(people, partial.walk().cursor(), PIECE);
        for (var person : range.people()) {
            if (!person.value.judged().target().equals(partial.target())) {
                scores.apply(PersonChange.rejudged(person.key, person.value, partial.target()), Moment.ofClock(now));
            }
        }
        partials.put(brand, partials.of(brand).walked(range.people().size(), range.next()));
        WalkTime.ofThread().use(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return true;
    }
}
