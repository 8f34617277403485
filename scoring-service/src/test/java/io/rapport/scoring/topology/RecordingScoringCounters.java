package io.rapport.scoring.topology;

import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.metrics.ScoringCounters;
import java.util.ArrayList;
import java.util.List;

/** Records what was counted. */
public final class RecordingScoringCounters implements ScoringCounters {

    final List<EngagementOutcome> engagements = new ArrayList<>();
    final List<String> published = new ArrayList<>();
    final List<String> deadLetters = new ArrayList<>();

    @Override
    public void engagement(String brand, EngagementOutcome outcome) {
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
