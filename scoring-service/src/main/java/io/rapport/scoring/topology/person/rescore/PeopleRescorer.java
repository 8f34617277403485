package io.rapport.scoring.topology.person.rescore;

import io.rapport.scoring.topology.person.state.BrandPartialStore;
import io.rapport.scoring.topology.person.score.PersonChange;
import io.rapport.scoring.topology.person.score.PersonScorer;
import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.person.PersonTopology;
import io.rapport.scoring.topology.person.score.ProcessingTime;

import io.rapport.scoring.topology.state.StoreKeys;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Judges everyone anew when their brand's day turns, or when another scoring model is activated: a few at a time, so that
 * events are not kept waiting, and from where it had got to when it was interrupted. Whoever an event reaches first is
 * judged anew then. What turns during a walk is made up for by one walk after it.
 */
public final class PeopleRescorer {

    /** How many a task judges at one look at the clock, however quick it is. */
    private static final int MAX_PER_TICK = 1000;

    private static final int BATCH_SIZE = 100;

    private final KeyValueStore<String, PersonState> people;
    private final BrandPartialStore partials;
    private final PersonScorer scores;

    public PeopleRescorer(ProcessorContext<String, Object> context, PersonScorer scores) {
        this.people = context.getStateStore(PersonTopology.PERSON_LEDGER);
        this.partials = new BrandPartialStore(context);
        this.scores = scores;
    }

    public void advance(long now) {
        var room = MAX_PER_TICK;
        for (var brand : partials.brands()) {
            startWalk(brand);
            while (room > 0 && WalkTimeBudget.ofThread().isAvailable(now) && rescoreBatch(brand, now)) {
                room -= BATCH_SIZE;
            }
            partials.sendDue(brand, now);
        }
    }

    private void startWalk(String brand) {
        var partial = partials.getOrCreate(brand);
        var next = partials.publishedTarget(brand, partial.target());
        if (partial.walk() == null && !next.equals(partial.target())) {
            partials.put(brand, partial.startWalk(next, StoreKeys.prefixOf(brand)));
        }
    }

    /** Judges a few people more, if a walk is on. */
    private boolean rescoreBatch(String brand, long now) {
        var partial = partials.getOrCreate(brand);
        if (partial.walk() == null) {
            return false;
        }
        // The clock of the context stands still meanwhile.
        var start = System.nanoTime();
        var range = PeopleRange.read(people, partial.walk().cursor(), BATCH_SIZE);
        for (var person : range.people()) {
            if (!person.value.lastJudgement().target().equals(partial.target())) {
                scores.apply(PersonChange.rejudged(person.key, person.value, partial.target()), ProcessingTime.ofWallClock(now));
            }
        }
        partials.put(brand, partials.getOrCreate(brand).advanceWalk(range.people().size(), range.next()));
        WalkTimeBudget.ofThread().consume(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return true;
    }
}
