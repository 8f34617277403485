package io.rapport.scoring.topology;

import io.rapport.scoring.metrics.Outcome;
import io.rapport.scoring.metrics.ScoringCounters;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was counted. */
public final class CountedWork implements ScoringCounters {

    final List<Outcome> engagements = new ArrayList<>();
    final List<String> published = new ArrayList<>();
    final List<String> deadLetters = new ArrayList<>();

    @Override
    public void engagement(String brand, Outcome outcome) {
        engagements.add(outcome);
    }

    @Override
    public void published(String topic) {
        published.add(topic);
    }

    @Override
    public void deadLetter(String topic) {
        deadLetters.add(topic);
    }
}
