package io.rapport.scoring.topology.person.score;

import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.score.PreviousScore;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChangedBuilder;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.topology.person.state.PublishedScore;
import io.rapport.scoring.topology.support.PublicEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Maps the state of a person to public events. The events on both topics mostly differ only in the field {@code previous}, which
 * is the last one, so the rest of the JSON is written once.
 */
final class RelationshipEventMapper {

    private static final JsonSerde<RelationshipScoreChanged> JSON = new JsonSerde<>(RelationshipScoreChanged.class);

    private static final JsonSerde<PreviousScore> PREVIOUS = new JsonSerde<>(PreviousScore.class);
    private static final byte[] PREVIOUS_FIELD = ",\"previous\":".getBytes(StandardCharsets.UTF_8);

    private @Nullable RelationshipScore cachedScore;
    private byte[] cachedJson = {};

    /** Returns the record for {@code .current}: the score, or a tombstone when the relationship ended. */
    Record<String, PublicEvent> currentRecord(String key, PersonJudgement judgement, long timestamp) {
        var publication = judgement.state().publication();
        var json = judgement.hasRelationship() ? json(key, judgement, publication.current()) : null;
        return PublicEvent.stateRecord(
                new PublicEvent(Topic.RELATIONSHIP_CURRENT, json), key, publication.sequence(), timestamp);
    }

    /** Returns the record for {@code .changes}: the score; all its values are 0 when the relationship ended. */
    Record<String, PublicEvent> changeRecord(String key, PersonJudgement judgement, long timestamp) {
        var publication = judgement.state().publication();
        var json = json(key, judgement, publication.change());
        return PublicEvent.stateRecord(
                new PublicEvent(Topic.RELATIONSHIP_CHANGES, json), key, publication.sequence(), timestamp);
    }

    private byte[] json(String key, PersonJudgement judgement, @Nullable PublishedScore previous) {
        if (judgement.score() != cachedScore) {
            cachedJson = Objects.requireNonNull(JSON.write(event(key, judgement)));
            cachedScore = judgement.score();
        }
        if (previous == null) {
            return cachedJson;
        }
        var last = Objects.requireNonNull(PREVIOUS.write(previous.toPreviousScore()));
        var end = cachedJson.length - 1;
        return ByteBuffer.allocate(end + PREVIOUS_FIELD.length + last.length + 1)
                .put(cachedJson, 0, end)
                .put(PREVIOUS_FIELD)
                .put(last)
                .put(cachedJson, end, 1)
                .array();
    }

    private RelationshipScoreChanged event(String key, PersonJudgement judgement) {
        var parts = TopicKeys.split(key);
        var state = judgement.state();
        var score = judgement.score();
        var open = state.holdings().open();
        return RelationshipScoreChangedBuilder.builder()
                .agency(parts.get(0))
                .brand(parts.get(1))
                .person(UUID.fromString(parts.get(2)))
                .asOf(score.asOf())
                .modelVersion(state.lastJudgement().target().model())
                .identityVersion(Math.max(0, state.identityVersion()))
                .sequence(state.publication().sequence())
                .reason(state.lastJudgement().reason())
                .strength(score.strength())
                .know(score.dimensions().know())
                .like(score.dimensions().like())
                .trust(score.dimensions().trust())
                .stage(score.stage())
                .stageSince(score.stageSince())
                .warmth(score.contact().warmth())
                .warmthClass(score.warmthClass())
                .cooling(score.isCooling())
                .theyToUs(score.exchange().theyToUs())
                .usToThem(score.exchange().usToThem())
                .reciprocity(score.exchange().reciprocity())
                .captive(score.captive())
                .client(state.client())
                .firstSeen(score.contact().firstSeen())
                .lastSeen(score.contact().lastSeen())
                .lastTouch(score.contact().lastTouch())
                .windows(score.breakdown().windows())
                .contributions(score.breakdown().contributions())
                .sentiment(score.breakdown().sentiment())
                .owed(open.isEmpty() ? null : open.count())
                .owedSince(open.oldestOpenedAt())
                .build();
    }
}
