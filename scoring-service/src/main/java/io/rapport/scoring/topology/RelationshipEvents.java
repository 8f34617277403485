package io.rapport.scoring.topology;

import io.rapport.contracts.Keys;
import io.rapport.contracts.Topic;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.messaging.JsonSerde;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Writes a person's state as the public event. */
final class RelationshipEvents {

    private static final JsonSerde<RelationshipScoreChanged> JSON = new JsonSerde<>(RelationshipScoreChanged.class);

    private final String modelVersion;

    RelationshipEvents(String modelVersion) {
        this.modelVersion = modelVersion;
    }

    /** The judged state; on {@code .current} a tombstone when there is no relationship any more. */
    Record<String, Object> current(String key, Judgement judgement, long timestamp) {
        var told = judgement.state().told();
        var json = judgement.isThere() ? JSON.write(event(key, judgement, told.current())) : null;
        return Published.state(new Published(Topic.RELATIONSHIP_CURRENT, json), key, told.sequence(), timestamp);
    }

    /** The judged state; when there is no relationship any more, one without a point in it. */
    Record<String, Object> change(String key, Judgement judgement, long timestamp) {
        var told = judgement.state().told();
        var json = JSON.write(event(key, judgement, told.change()));
        return Published.state(new Published(Topic.RELATIONSHIP_CHANGES, json), key, told.sequence(), timestamp);
    }

    private RelationshipScoreChanged event(String key, Judgement judgement, @Nullable Summary previous) {
        var parts = Keys.split(key);
        var state = judgement.state();
        var score = judgement.score();
        var open = state.holdings().open();
        return new RelationshipScoreChanged(
                parts.get(0),
                parts.get(1),
                UUID.fromString(parts.get(2)),
                score.asOf(),
                modelVersion,
                Math.max(0, state.identityVersion()),
                state.told().sequence(),
                state.judged().reason(),
                score.strength(),
                score.know(),
                score.like(),
                score.trust(),
                score.stage(),
                score.stageSince(),
                score.warmth(),
                score.warmthClass(),
                score.cooling(),
                score.theyToUs(),
                score.usToThem(),
                score.reciprocity(),
                score.captive(),
                state.client(),
                score.firstSeen(),
                score.lastSeen(),
                score.lastTouch(),
                score.windows(),
                score.contributions(),
                score.sentiment(),
                open.isEmpty() ? null : open.count(),
                open.since(),
                previous == null ? null : previous.previous());
    }
}
