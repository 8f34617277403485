package io.rapport.scoring.topology.person;

import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.score.PreviousScore;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.topology.stage.Published;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Writes a person's state as the public event. Both topics mostly get the same score, and differ in the one before:
 * that is the last field, so the rest is written once.
 */
final class RelationshipEvents {

    private static final JsonSerde<RelationshipScoreChanged> JSON = new JsonSerde<>(RelationshipScoreChanged.class);

    private static final JsonSerde<PreviousScore> PREVIOUS = new JsonSerde<>(PreviousScore.class);
    private static final byte[] PREVIOUS_FIELD = ",\"previous\":".getBytes(StandardCharsets.UTF_8);

    private @Nullable RelationshipScore written;
    private byte[] withoutPrevious = {};

    /** The judged state; on {@code .current} a tombstone when there is no relationship any more. */
    Record<String, Object> current(String key, Judgement judgement, long timestamp) {
        var told = judgement.state().told();
        var json = judgement.isThere() ? json(key, judgement, told.current()) : null;
        return Published.state(new Published(Topic.RELATIONSHIP_CURRENT, json), key, told.sequence(), timestamp);
    }

    /** The judged state; when there is no relationship any more, one without a point in it. */
    Record<String, Object> change(String key, Judgement judgement, long timestamp) {
        var told = judgement.state().told();
        var json = json(key, judgement, told.change());
        return Published.state(new Published(Topic.RELATIONSHIP_CHANGES, json), key, told.sequence(), timestamp);
    }

    private byte[] json(String key, Judgement judgement, @Nullable Summary previous) {
        if (judgement.score() != written) {
            withoutPrevious = Objects.requireNonNull(JSON.write(event(key, judgement)));
            written = judgement.score();
        }
        if (previous == null) {
            return withoutPrevious;
        }
        var last = Objects.requireNonNull(PREVIOUS.write(previous.previous()));
        var end = withoutPrevious.length - 1;
        return ByteBuffer.allocate(end + PREVIOUS_FIELD.length + last.length + 1)
                .put(withoutPrevious, 0, end)
                .put(PREVIOUS_FIELD)
                .put(last)
                .put(withoutPrevious, end, 1)
                .array();
    }

    private RelationshipScoreChanged event(String key, Judgement judgement) {
        var parts = TopicKeys.split(key);
        var state = judgement.state();
        var score = judgement.score();
        var open = state.holdings().open();
        return new RelationshipScoreChanged(
                parts.get(0),
                parts.get(1),
                UUID.fromString(parts.get(2)),
                score.asOf(),
                state.judged().target().model(),
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
                score.isCooling(),
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
                open.oldestOpenedAt(),
                null);
    }
}
