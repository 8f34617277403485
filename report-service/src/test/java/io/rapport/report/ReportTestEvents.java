package io.rapport.report;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.content.PostFigures;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.KindSum;
import io.rapport.contracts.score.PreviousScore;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.RorSums;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.score.ValuePart;
import io.rapport.contracts.score.ValueStream;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.contracts.score.WindowSums;
import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.ReproductionNumber;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.contracts.sentiment.SentimentJudged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.report.domain.EmptyFigures;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the other services, with default values for what a test does not set. */
public final class ReportTestEvents {

    public static final BrandKey ACME = new BrandKey("north", "acme");
    public static final LocalDate DAY = LocalDate.of(2025, 5, 4);
    public static final String MODEL = "1";

    private ReportTestEvents() {}

    public static UUID person(String name) {
        return DeterministicIds.of("test-person", name);
    }

    public static RelationshipBuilder relationship(String name) {
        return new RelationshipBuilder(ACME, person(name), DAY, 1, 50, null, null);
    }

    /** A relationship event; each method returns a copy with one value changed. */
    public record RelationshipBuilder(
            BrandKey brand,
            UUID person,
            LocalDate day,
            long sequence,
            double strength,
            @Nullable LocalDate previous,
            @Nullable Instant asked) {

        public RelationshipBuilder of(BrandKey other) {
            return new RelationshipBuilder(other, person, day, sequence, strength, previous, asked);
        }

        public RelationshipBuilder on(LocalDate other) {
            return new RelationshipBuilder(brand, person, other, sequence, strength, previous, asked);
        }

        public RelationshipBuilder strong(double other) {
            return new RelationshipBuilder(brand, person, day, sequence, other, previous, asked);
        }

        public RelationshipBuilder number(long other) {
            return new RelationshipBuilder(brand, person, day, other, strength, previous, asked);
        }

        public RelationshipBuilder after(LocalDate other) {
            return new RelationshipBuilder(brand, person, day, sequence, strength, other, asked);
        }

        /** A copy that is owed a reply since an instant. */
        public RelationshipBuilder waiting(Instant since) {
            return new RelationshipBuilder(brand, person, day, sequence, strength, previous, since);
        }

        /** The change of a withdrawn person. */
        public RelationshipScoreChanged withdrawn() {
            var nothing = EmptyFigures.relationship(brand, person, day);
            return new RelationshipScoreChanged(
                    brand.agency(),
                    brand.brand(),
                    person,
                    day,
                    MODEL,
                    1,
                    sequence,
                    ChangeReason.IDENTITY_CHANGED,
                    0,
                    0,
                    0,
                    0,
                    nothing.stage(),
                    day,
                    0,
                    nothing.warmthClass(),
                    false,
                    0,
                    0,
                    0,
                    false,
                    false,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    nothing.sentiment(),
                    null,
                    null,
                    previous == null ? null : new PreviousScore(strength, Stage.KNOWS, previous, sequence - 1));
        }

        /** Over 30 days returned equals the strength and invested half of it; warmth and theyToUs fall with the strength. */
        public RelationshipScoreChanged state() {
            return new RelationshipScoreChanged(
                    brand.agency(),
                    brand.brand(),
                    person,
                    day,
                    MODEL,
                    1,
                    sequence,
                    ChangeReason.ENGAGEMENT,
                    strength,
                    strength,
                    strength,
                    strength,
                    strength >= 60 ? Stage.TRUSTS : strength >= 30 ? Stage.LIKES : Stage.KNOWS,
                    day,
                    100 - strength,
                    WarmthClass.WARM,
                    false,
                    100 - strength,
                    1,
                    0.5,
                    strength >= 60,
                    strength >= 80,
                    day.minusDays(300),
                    day.minusDays((long) strength),
                    day,
                    List.of(
                            new WindowSums(7, 0, 0),
                            new WindowSums(30, strength, strength / 2),
                            new WindowSums(90, strength, strength / 2)),
                    List.of(
                            new Contribution(
                                    Direction.INBOUND,
                                    EngagementKind.COMMENT,
                                    12,
                                    strength / 2,
                                    strength,
                                    0,
                                    strength / 4,
                                    9),
                            new Contribution(
                                    Direction.INBOUND,
                                    EngagementKind.SHARE,
                                    3,
                                    strength / 2,
                                    0,
                                    strength,
                                    3 * strength / 4,
                                    4),
                            new Contribution(Direction.OUTBOUND, EngagementKind.REPLY, 2, 0, 0, 0, 0, 2)),
                    new SentimentSum(0, 0, 0, 0, 0, 0),
                    asked == null ? null : (Integer) 1,
                    asked,
                    previous == null ? null : new PreviousScore(strength, Stage.KNOWS, previous, sequence - 1));
        }
    }

    public static BrandScoreChanged brandDay(BrandKey brand, LocalDate day, long sequence, double returned) {
        return new BrandScoreChanged(
                brand.agency(),
                brand.brand(),
                day,
                MODEL,
                sequence,
                ChangeReason.ENGAGEMENT,
                3,
                List.of(ror(7, 0, 0), ror(30, returned, 50), ror(90, returned, 50)),
                new AccountBalance(20, 10, 1, 2, 3, 1, 2, 1),
                null,
                null,
                null);
    }

    /** A day of a brand with value streams and answer times over 30 days. */
    public static BrandScoreChanged valuedDay(BrandKey brand, LocalDate day, long sequence) {
        var from = brandDay(brand, day, sequence, 120);
        return new BrandScoreChanged(
                brand.agency(),
                brand.brand(),
                day,
                MODEL,
                sequence,
                ChangeReason.ENGAGEMENT,
                from.people(),
                from.windows(),
                from.accounts(),
                List.of(
                        new ValueWindow(7, List.of()),
                        new ValueWindow(
                                30,
                                List.of(
                                        stream(ValueKind.HOURS_INVESTED, "hours", "14.5", 61),
                                        stream(ValueKind.SERVICE_SAVED, "EUR", "312.00", 26),
                                        stream(ValueKind.SEARCH_COST_AVOIDED, "EUR", "184.30", 97),
                                        stream(ValueKind.REFERRAL, "EUR", "240.00", 2),
                                        new ValueStream(
                                                ValueKind.ASSISTED_SALES,
                                                "EUR",
                                                new BigDecimal("1610.00"),
                                                9,
                                                List.of(
                                                        new ValuePart("OUTBOUND REPLY", new BigDecimal("902.50"), 21),
                                                        new ValuePart(
                                                                "INBOUND COMMENT", new BigDecimal("707.50"), 34))),
                                        stream(ValueKind.DIRECT_SALES, "USD", "99.00", 1),
                                        stream(ValueKind.DIRECT_SALES, "EUR", "1849.50", 11)))),
                List.of(
                        new ServiceWindow(7, 0, 0, 0, 0, null, null, 60, null),
                        new ServiceWindow(30, 48, 44, 26, 4, 1260.5, 15_412.0, 60, 0.75)),
                null);
    }

    private static ValueStream stream(ValueKind kind, String unit, String amount, long count) {
        return new ValueStream(kind, unit, new BigDecimal(amount), count, List.of());
    }

    /** Over 30 days only positive messages are measurable, over 90 only negative ones; over 7 there are none. */
    public static SentimentSpreadChanged spread(BrandKey brand, LocalDate day, long sequence, @Nullable String alert) {
        var measured = new PolaritySpread(
                40, 70, 51_000, new ReproductionNumber(1.4, 1.05, 1.86, 25, 35, true), 900.0, 5_400.0);
        var few = new PolaritySpread(3, 4, 1_200, new ReproductionNumber(null, null, null, 3, 1, false), null, null);
        var silence = new PolaritySpread(0, 0, 0, new ReproductionNumber(null, null, null, 0, 0, false), null, null);
        return new SentimentSpreadChanged(
                brand.agency(),
                brand.brand(),
                day,
                MODEL,
                sequence,
                ChangeReason.ENGAGEMENT,
                List.of(
                        new WindowSpread(7, silence, silence, null, null),
                        new WindowSpread(30, measured, few, 0.31, 0.42),
                        new WindowSpread(90, few, measured, -0.1, 0.5)),
                alert);
    }

    public static ContentMeasured content(BrandKey brand, String channel, LocalDate day, PostFigures... posts) {
        return new ContentMeasured(brand.agency(), brand.brand(), channel, day, day.toEpochDay(), List.of(posts));
    }

    public static PostFigures post(String id, @Nullable Double resonance, boolean promotional, String... topics) {
        return new PostFigures(
                id,
                "https://x.example/" + id,
                DAY.minusDays(id.length()).atTime(8, 0).toInstant(ZoneOffset.UTC),
                List.of(topics),
                promotional,
                41,
                48,
                resonance == null ? 40 : Math.round(20 * resonance),
                resonance == null ? null : (Double) 20.0,
                resonance);
    }

    public static SentimentJudged judged(EngagementReceived of, double polarity, Instant at) {
        return new SentimentJudged(
                of.agency(),
                of.brand(),
                of.channel(),
                of.actor().id(),
                of.id(),
                polarity,
                0.8,
                List.of("lexicon:lovely", "negation"),
                "lexicon-2",
                at);
    }

    public static SentimentCorrected corrected(EngagementReceived of, double polarity, long version) {
        return new SentimentCorrected(
                of.agency(),
                of.brand(),
                of.channel(),
                of.actor().id(),
                of.id(),
                polarity,
                "tester",
                "Irony",
                version,
                Instant.parse("2025-05-04T12:00:00Z").plusSeconds(version));
    }

    public static RollingRor ror(int window, double returned, double invested) {
        var ratio = invested == 0 ? null : (Double) (returned / invested);
        return new RollingRor(
                window,
                returned,
                invested,
                ratio,
                new RorSums(10, 10, 1.0),
                3,
                1,
                1,
                1,
                2,
                Map.of(Stage.KNOWS, 2L, Stage.TRUSTS, 1L),
                Map.of(Stage.KNOWS, -1L, Stage.TRUSTS, 1L),
                0.25,
                0.5,
                0.1,
                null,
                2,
                1,
                1,
                61.5,
                List.of(new KindSum(Direction.INBOUND, EngagementKind.COMMENT, 12, 12)));
    }

    public static HandleAssigned handle(String channel, String id, UUID person, long version) {
        return handle(
                new HandleKey(ACME, channel, id),
                person,
                version,
                new HandleProfile(id, null, "https://" + channel + ".example/" + id, null, null, null));
    }

    public static HandleAssigned handle(HandleKey key, UUID person, long version, HandleProfile profile) {
        return new HandleAssigned(
                key.brand().agency(),
                key.brand().brand(),
                key.channel(),
                key.handle(),
                person,
                AssignmentStatus.CONFIRMED,
                1,
                List.of(),
                false,
                profile,
                version,
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse("2025-01-01T00:00:00Z"));
    }

    public static PersonDescribed profile(UUID person, @Nullable String name, @Nullable UUID mergedInto, long version) {
        return new PersonDescribed(
                ACME.agency(),
                ACME.brand(),
                person,
                name,
                false,
                null,
                Instant.parse("2025-01-01T00:00:00Z"),
                mergedInto,
                List.of(),
                List.of(),
                version,
                Instant.parse("2025-01-01T00:00:00Z"));
    }

    public static EngagementReceived engagement(HandleKey handle, String id, Instant at, EngagementKind kind) {
        return new EngagementReceived(
                DeterministicIds.engagement(handle.brand(), "test", id),
                handle.brand().agency(),
                handle.brand().brand(),
                handle.channel(),
                "test",
                id,
                at,
                at,
                kind == EngagementKind.REPLY ? Direction.OUTBOUND : Direction.INBOUND,
                kind,
                Actor.of(handle.handle()),
                null,
                null,
                EngagementContent.of("Text of " + id),
                null,
                null);
    }
}
