package io.rapport.report;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.content.PostFigures;
import io.rapport.contracts.content.PostFiguresBuilder;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.StaffMember;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleAssignedBuilder;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonDescribedBuilder;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.BrandScoreChangedBuilder;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.KindSum;
import io.rapport.contracts.score.PreviousScore;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChangedBuilder;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.RollingRorBuilder;
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
import io.rapport.contracts.sentiment.SentimentCorrectedBuilder;
import io.rapport.contracts.sentiment.SentimentJudged;
import io.rapport.contracts.sentiment.SentimentJudgedBuilder;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.report.domain.EmptyFigures;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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
            return RelationshipScoreChangedBuilder.builder()
                    .agency(brand.agency())
                    .brand(brand.brand())
                    .person(person)
                    .asOf(day)
                    .modelVersion(MODEL)
                    .identityVersion(1)
                    .sequence(sequence)
                    .reason(ChangeReason.IDENTITY_CHANGED)
                    .stage(nothing.stage())
                    .stageSince(day)
                    .warmthClass(nothing.warmthClass())
                    .windows(List.of())
                    .contributions(List.of())
                    .sentiment(nothing.sentiment())
                    .previous(
                            previous == null ? null : new PreviousScore(strength, Stage.KNOWS, previous, sequence - 1))
                    .build();
        }

        /** Over 30 days returned equals the strength and invested half of it; warmth and theyToUs fall with the strength. */
        public RelationshipScoreChanged state() {
            return RelationshipScoreChangedBuilder.builder()
                    .agency(brand.agency())
                    .brand(brand.brand())
                    .person(person)
                    .asOf(day)
                    .modelVersion(MODEL)
                    .identityVersion(1)
                    .sequence(sequence)
                    .reason(ChangeReason.ENGAGEMENT)
                    .strength(strength)
                    .know(strength)
                    .like(strength)
                    .trust(strength)
                    .stage(strength >= 60 ? Stage.TRUSTS : strength >= 30 ? Stage.LIKES : Stage.KNOWS)
                    .stageSince(day)
                    .warmth(100 - strength)
                    .warmthClass(WarmthClass.WARM)
                    .theyToUs(100 - strength)
                    .usToThem(1)
                    .reciprocity(0.5)
                    .captive(strength >= 60)
                    .client(strength >= 80)
                    .firstSeen(day.minusDays(300))
                    .lastSeen(day.minusDays((long) strength))
                    .lastTouch(day)
                    .windows(List.of(
                            new WindowSums(7, 0, 0),
                            new WindowSums(30, strength, strength / 2),
                            new WindowSums(90, strength, strength / 2)))
                    .contributions(List.of(
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
                            new Contribution(Direction.OUTBOUND, EngagementKind.REPLY, 2, 0, 0, 0, 0, 2)))
                    .sentiment(new SentimentSum(0, 0, 0, 0, 0, 0))
                    .owed(asked == null ? null : (Integer) 1)
                    .owedSince(asked)
                    .previous(
                            previous == null ? null : new PreviousScore(strength, Stage.KNOWS, previous, sequence - 1))
                    .build();
        }
    }

    public static BrandScoreChanged brandDay(BrandKey brand, LocalDate day, long sequence, double returned) {
        return BrandScoreChangedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .asOf(day)
                .modelVersion(MODEL)
                .sequence(sequence)
                .reason(ChangeReason.ENGAGEMENT)
                .people(3)
                .windows(List.of(ror(7, 0, 0), ror(30, returned, 50), ror(90, returned, 50)))
                .accounts(new AccountBalance(20, 10, 1, 2, 3, 1, 2, 1))
                .build();
    }

    /** A day of a brand with value streams and answer times over 30 days. */
    public static BrandScoreChanged valuedDay(BrandKey brand, LocalDate day, long sequence) {
        var from = brandDay(brand, day, sequence, 120);
        return BrandScoreChangedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .asOf(day)
                .modelVersion(MODEL)
                .sequence(sequence)
                .reason(ChangeReason.ENGAGEMENT)
                .people(from.people())
                .windows(from.windows())
                .accounts(from.accounts())
                .value(List.of(
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
                                        stream(ValueKind.DIRECT_SALES, "EUR", "1849.50", 11)))))
                .service(List.of(
                        new ServiceWindow(7, 0, 0, 0, 0, null, null, 60, null),
                        new ServiceWindow(30, 48, 44, 26, 4, 1260.5, 15_412.0, 60, 0.75)))
                .build();
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
        return PostFiguresBuilder.builder()
                .post(id)
                .url("https://x.example/" + id)
                .postedAt(DAY.minusDays(id.length()).atTime(8, 0).toInstant(ZoneOffset.UTC))
                .topics(List.of(topics))
                .promotional(promotional)
                .engagements(41)
                .ageHours(48)
                .atAge(resonance == null ? 40 : Math.round(20 * resonance))
                .median(resonance == null ? null : (Double) 20.0)
                .resonance(resonance)
                .build();
    }

    public static SentimentJudged judged(EngagementReceived of, double polarity, Instant at) {
        return SentimentJudgedBuilder.builder()
                .agency(of.agency())
                .brand(of.brand())
                .channel(of.channel())
                .handle(of.actor().id())
                .engagement(of.id())
                .polarity(polarity)
                .confidence(0.8)
                .decidedBy(List.of("lexicon:lovely", "negation"))
                .analyser("lexicon-2")
                .at(at)
                .build();
    }

    public static SentimentCorrected corrected(EngagementReceived of, double polarity, long version) {
        return SentimentCorrectedBuilder.builder()
                .agency(of.agency())
                .brand(of.brand())
                .channel(of.channel())
                .handle(of.actor().id())
                .engagement(of.id())
                .polarity(polarity)
                .by("tester")
                .reason("Irony")
                .version(version)
                .at(Instant.parse("2025-05-04T12:00:00Z").plusSeconds(version))
                .build();
    }

    public static RollingRor ror(int window, double returned, double invested) {
        var ratio = invested == 0 ? null : (Double) (returned / invested);
        return RollingRorBuilder.builder()
                .window(window)
                .returned(returned)
                .invested(invested)
                .ror(ratio)
                .previous(new RorSums(10, 10, 1.0))
                .seen(3)
                .newcomers(1)
                .returning(1)
                .revived(1)
                .lapsed(2)
                .stages(Map.of(Stage.KNOWS, 2L, Stage.TRUSTS, 1L))
                .stageMoves(Map.of(Stage.KNOWS, -1L, Stage.TRUSTS, 1L))
                .captiveShare(0.25)
                .captiveNotificationShare(0.5)
                .promotionalShare(0.1)
                .clients(2)
                .clientsSeen(1)
                .clientsNotSeen(1)
                .meanClientStrength(61.5)
                .kinds(List.of(new KindSum(Direction.INBOUND, EngagementKind.COMMENT, 12, 12)))
                .build();
    }

    public static HandleAssigned handle(String channel, String id, UUID person, long version) {
        return handle(
                new HandleKey(ACME, channel, id),
                person,
                version,
                HandleProfileBuilder.builder()
                        .name(id)
                        .url("https://" + channel + ".example/" + id)
                        .build());
    }

    public static HandleAssigned handle(HandleKey key, UUID person, long version, HandleProfile profile) {
        return HandleAssignedBuilder.builder()
                .agency(key.brand().agency())
                .brand(key.brand().brand())
                .channel(key.channel())
                .handle(key.handle())
                .person(person)
                .status(AssignmentStatus.CONFIRMED)
                .confidence(1)
                .evidence(List.of())
                .profile(profile)
                .version(version)
                .since(Instant.parse("2025-01-01T00:00:00Z"))
                .at(Instant.parse("2025-01-01T00:00:00Z"))
                .build();
    }

    public static PersonDescribed profile(UUID person, @Nullable String name, @Nullable UUID mergedInto, long version) {
        return PersonDescribedBuilder.builder()
                .agency(ACME.agency())
                .brand(ACME.brand())
                .person(person)
                .name(name)
                .since(Instant.parse("2025-01-01T00:00:00Z"))
                .mergedInto(mergedInto)
                .distinctFrom(List.of())
                .decisions(List.of())
                .version(version)
                .at(Instant.parse("2025-01-01T00:00:00Z"))
                .build();
    }

    public static EngagementReceived engagement(HandleKey handle, String id, Instant at, EngagementKind kind) {
        return EngagementReceivedBuilder.builder()
                .id(DeterministicIds.engagement(handle.brand(), "test", id))
                .agency(handle.brand().agency())
                .brand(handle.brand().brand())
                .channel(handle.channel())
                .source("test")
                .sourceId(id)
                .occurredAt(at)
                .receivedAt(at)
                .direction(kind == EngagementKind.REPLY ? Direction.OUTBOUND : Direction.INBOUND)
                .kind(kind)
                .actor(Actor.of(handle.handle()))
                .content(EngagementContent.of("Text of " + id))
                .build();
    }

    /** A reply of a member of staff. */
    public static EngagementReceived replyOf(String staff, HandleKey handle, String id, Instant at) {
        return EngagementReceivedBuilder.builder(engagement(handle, id, at, EngagementKind.REPLY))
                .staff(new StaffMember(staff.toLowerCase(Locale.ROOT), staff))
                .build();
    }

    /** A public post of a brand. */
    public static EngagementReceived brandPost(BrandKey brand, String channel, String message, String text) {
        var own = new HandleKey(brand, channel, brand.brand());
        return EngagementReceivedBuilder.builder(engagement(
                        own,
                        "post-" + channel + message,
                        DAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                        EngagementKind.POST))
                .direction(Direction.OUTBOUND)
                .object(new MessageRef(message, null, null, null, null, null))
                .content(EngagementContent.of(text))
                .build();
    }
}
