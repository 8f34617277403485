package io.rapport.scoring.topology.person.rescore;

import io.rapport.scoring.topology.brand.state.BrandFiguresChange;
import io.rapport.scoring.topology.person.score.PersonChange;
import io.rapport.scoring.topology.person.score.PersonScorer;
import io.rapport.scoring.topology.person.score.ProcessingTime;
import io.rapport.scoring.topology.person.state.BrandPartialStore;
import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.person.state.PersonStores;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Rescores all people of a brand after a new day or an activated model. The walk over the store proceeds in batches, within a
 * time budget, and resumes from its cursor. A person with an event meanwhile is rescored then. A day or model that changes
 * during a walk starts one more walk afterwards.
 */
public final class PeopleRescorer {

    /** How many a task judges at one look at the clock, however quick it is. */
    private static final int MAX_PER_TICK = 1000;

    private static final int BATCH_SIZE = 100;

    private final KeyValueStore<String, PersonState> people;
    private final BrandPartialStore partials;
    private final PersonScorer scores;
    private final Consumer<Record<String, BrandFiguresChange>> figuresChanges;

    /**
     * Opens the stores.
     *
     * @param figuresChanges receives the changes of figures
     */
    public PeopleRescorer(
            ProcessorContext<?, ?> context,
            PersonScorer scores,
            Consumer<Record<String, BrandFiguresChange>> figuresChanges) {
        this.figuresChanges = figuresChanges;
        this.people = context.getStateStore(PersonStores.PERSON_LEDGER);
        this.partials = new BrandPartialStore(context);
        this.scores = scores;
    }

    /** Continues the walks of all brands and sends the partials that are due. */
    public void advance(long now) {
        var room = MAX_PER_TICK;
        for (var brand : partials.brands()) {
            startWalk(brand);
            while (room > 0 && WalkTimeBudget.ofThread().isAvailable(now) && rescoreBatch(brand, now)) {
                room -= BATCH_SIZE;
            }
            partials.sendDue(brand, now, figuresChanges);
        }
    }

    private void startWalk(String brand) {
        var partial = partials.getOrCreate(brand);
        if (partial.walk() == null) {
            var next = partials.continued(brand, partial);
            if (next != partial) {
                partials.put(brand, next);
            }
        }
    }

    /** Rescores one batch; returns false when no walk is active. */
    private boolean rescoreBatch(String brand, long now) {
        var partial = partials.getOrCreate(brand);
        if (partial.walk() == null) {
            return false;
        }
        // The wall clock of the context does not advance during a punctuation.
        var start = System.nanoTime();
        var range = PeopleRange.read(people, partial.walk().cursor(), BATCH_SIZE);
        for (var person : range.people()) {
            if (!person.value.lastJudgement().target().equals(partial.target())) {
                scores.apply(
                        PersonChange.rejudged(person.key, person.value, partial.target()),
                        ProcessingTime.ofWallClock(now));
            }
        }
        partials.put(
                brand, partials.getOrCreate(brand).advanceWalk(range.people().size(), range.next()));
        WalkTimeBudget.ofThread().consume(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return true;
    }
}
