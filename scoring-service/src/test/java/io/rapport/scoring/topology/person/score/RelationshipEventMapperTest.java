package io.rapport.scoring.topology.person.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.person.state.PublicationState;
import io.rapport.scoring.topology.person.state.PublishedScore;
import io.rapport.scoring.topology.support.PublicEvent;
import java.util.Random;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class RelationshipEventMapperTest {

    private static final JsonSerde<RelationshipScoreChanged> JSON = new JsonSerde<>(RelationshipScoreChanged.class);
    private static final ScoringModel MODEL = ScoringModel.standard();
    private static final int DAY = 20_500;
    private static final String KEY = new BrandKey("agency", "brand").key("5f0c8a52-7c1f-4b6e-9a41-0d2a3c3d9b11");

    private final RelationshipEventMapper events = new RelationshipEventMapper();

    @Test
    void equalTheJsonOfTheContractForEveryPreviousScore() {
        var random = new Random(3);
        for (var n = 0; n < 200; n++) {
            var before = random.nextBoolean() ? judged(random).summary() : null;
            var current = random.nextBoolean() ? judged(random).summary() : null;
            var judgement = judged(random);
            var published = judgement.withPublication(new PublicationState(n, 0, false, current, before));

            assertPrevious(events.changeRecord(KEY, published, 0), before, n);
            assertPrevious(events.currentRecord(KEY, published, 0), current, n);
        }
    }

    private static void assertPrevious(Record<String, PublicEvent> event, PublishedScore previous, long sequence) {
        var json = event.value().json();
        var read = JSON.read(json);
        assertThat(JSON.write(read)).isEqualTo(json);
        assertThat(read.previous()).isEqualTo(previous == null ? null : previous.toPreviousScore());
        assertThat(read.sequence()).isEqualTo(sequence);
    }

    private static PersonJudgement judged(Random random) {
        var ledger = EngagementLedger.EMPTY;
        for (var left = random.nextInt(20); left >= 0; left--) {
            ledger = ledger.plus(new LedgerEntry(
                    DAY - random.nextInt(100),
                    Direction.INBOUND,
                    EngagementKind.COMMENT,
                    false,
                    0,
                    LedgerEntry.NOT_JUDGED));
        }
        var change = new PersonChange(
                KEY, PersonState.NEW, PersonState.NEW.plus(LedgerBundle.of(ledger)), ChangeReason.ENGAGEMENT);
        return PersonJudgement.judge(DAY, change, MODEL);
    }
}
