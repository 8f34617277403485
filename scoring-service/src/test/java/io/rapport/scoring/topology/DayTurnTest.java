package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandScore;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerFixtures;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.rapport.scoring.domain.spread.BrandSpread;
import io.rapport.scoring.domain.spread.ParentMessage;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.brand.state.BrandFiguresChange;
import io.rapport.scoring.topology.brand.state.BrandSerdes;
import io.rapport.scoring.topology.brand.state.PartitionProgress;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.EpochDays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While a day turns on several partitions at different times, all published figures are of one day. */
class DayTurnTest {

    private static final String BRAND = ScoringEventFixtures.BRAND.key();
    private static final int FIRST = LedgerFixtures.START;
    private static final int DAYS = 12;
    private static final int PARTITIONS = 4;

    private final List<Partition> partitions = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void figuresAndSpreadSwitchToANewDayTogether(long seed) {
        var random = new Random(seed);
        try (var stream = new ScoringTopologyDriver()) {
            for (var i = 0; i < PARTITIONS; i++) {
                partitions.add(new Partition(i, random));
            }
            partitions.forEach(partition -> partition.turn(stream, FIRST));
            stream.settle();
            for (var day = FIRST; day < FIRST + DAYS; ) {
                stream.pass(Duration.ofMillis(600 + random.nextInt(8) * 100L));
                stream.sendTo("brand-spread-changes", BRAND, parentMessage(), BrandSerdes.SPREAD);
                stream.pass(Duration.ofMillis(100 + random.nextInt(5) * 100L));
                day = Math.min(FIRST + DAYS, day + 1 + random.nextInt(2));
                var walking = new ArrayList<>(partitions);
                Collections.shuffle(walking, random);
                for (var partition : walking) {
                    // A slow partition skips a day; a fast one publishes it.
                    if (random.nextBoolean()) {
                        partition.turn(stream, day - 1);
                    }
                    partition.turn(stream, day);
                    stream.pass(Duration.ofMillis(random.nextInt(3) * 100L));
                }
            }
            stream.settle();

            var figures = read(stream, Topic.BRAND_CURRENT, BrandScoreChanged.class);
            var spreads = read(stream, Topic.SPREAD_CURRENT, SentimentSpreadChanged.class);
            figures.forEach(this::assertOfOneDay);
            spreads.forEach(this::assertSpreadOfOneDay);
            assertThat(days(stream, Topic.SPREAD_CURRENT)).isEqualTo(days(stream, Topic.BRAND_CURRENT));
            assertThat(figures).hasSizeGreaterThan(1);
            assertThat(figures.get(figures.size() - 1).asOf()).isEqualTo(EpochDays.toDate(FIRST + DAYS));
        }
    }

    private void assertOfOneDay(BrandScoreChanged state) {
        var day = EpochDays.of(state.asOf());
        assertThat(state.windows()).isEqualTo(BrandScore.of(ledger(day), day, ScoringModel.standard()));
    }

    private void assertSpreadOfOneDay(SentimentSpreadChanged state) {
        var day = EpochDays.of(state.asOf());
        var expected = BrandSpread.of(ledger(day), SpreadLedger.EMPTY, day);
        assertThat(state.windows())
                .extracting(window -> window.positive().carriers(), WindowSpread::mean, WindowSpread::polarisation)
                .isEqualTo(expected.stream()
                        .map(window -> tuple(window.positive().carriers(), window.mean(), window.polarisation()))
                        .toList());
    }

    /** A change that has the spread published at times of its own, between two days. */
    private static SpreadLedger parentMessage() {
        return SpreadLedger.of(new ParentMessage(FIRST, MessageTone.POSITIVE, false, 1, 1000, ParentMessage.NEVER));
    }

    private BrandLedger ledger(int day) {
        return partitions.stream().map(partition -> partition.ledger(day)).reduce(BrandLedger.EMPTY, BrandLedger::plus);
    }

    /** Returns each first state of a day with the time at which it was published. */
    private static List<String> days(ScoringTopologyDriver stream, Topic topic) {
        var days = new ArrayList<String>();
        var last = "";
        for (var record : stream.published(topic)) {
            var day = new JsonSerde<>(AsOf.class).read(record.value()).asOf();
            if (!day.equals(last)) {
                days.add(day + " at " + record.timestamp());
                last = day;
            }
        }
        return days;
    }

    private record AsOf(String asOf) {}

    private static <T> List<T> read(ScoringTopologyDriver stream, Topic topic, Class<T> type) {
        var serde = new JsonSerde<>(type);
        return stream.published(topic).stream()
                .map(TestRecord::value)
                .map(serde::read)
                .toList();
    }

    /** The people of one partition. */
    private static final class Partition {

        private final int number;
        private final List<EngagementLedger> people = new ArrayList<>();
        private int day = EpochDays.NONE;

        Partition(int number, Random random) {
            this.number = number;
            for (var i = 0; i < 3; i++) {
                people.add(history(random));
            }
        }

        /** Sends what a walk over the people sends at its end. */
        void turn(ScoringTopologyDriver stream, int to) {
            if (to <= day) {
                return;
            }
            var before = day == EpochDays.NONE ? BrandLedger.EMPTY : ledger(day);
            day = to;
            var target = new ScoringTarget(to, ScoringModel.standard().version());
            stream.sendTo(
                    "brand-figures-changes",
                    BRAND,
                    new BrandFiguresChange(
                            number,
                            new PartitionProgress(target, people.size(), true),
                            ChangeReason.DAY_TURNED,
                            ledger(to).minus(before)),
                    BrandFiguresChange.SERDE);
        }

        BrandLedger ledger(int asOf) {
            var model = ScoringModel.standard();
            var sum = BrandLedger.EMPTY;
            for (var person : people) {
                var score = RelationshipScore.of(person, asOf, false, model);
                sum = sum.plus(PersonContribution.series(person, model))
                        .plus(PersonContribution.snapshot(person, score));
            }
            return sum;
        }

        private static EngagementLedger history(Random random) {
            var ledger = EngagementLedger.EMPTY;
            for (var i = 0; i < 8; i++) {
                var day = FIRST - 10 + random.nextInt(DAYS + 10);
                ledger = ledger.plus(LedgerFixtures.judged(day, EngagementKind.REVIEW, random.nextDouble() * 2 - 1));
            }
            return ledger;
        }
    }
}
