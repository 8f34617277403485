package io.rapport.report;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Ids;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.Content;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.Kind;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.Accounts;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.KindSum;
import io.rapport.contracts.score.PreviousScore;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.RorSums;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.contracts.score.WindowSums;
import io.rapport.report.domain.NothingYet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as the other services publish them, with little to say where a test does not care. */
public final class States {

    public static final BrandKey ACME = new BrandKey("north", "acme");
    public static final LocalDate DAY = LocalDate.of(2025, 5, 4);
    public static final String MODEL = "1";

    private States() {}

    public static UUID person(String name) {
        return Ids.of("test-person", name);
    }

    public static Relationship relationship(String name) {
        return new Relationship(ACME, person(name), DAY, 1, 50, null);
    }

    /** A relationship to be published; each method is the same with one thing changed. */
    public record Relationship(
            BrandKey brand,
            UUID person,
            LocalDate day,
            long sequence,
            double strength,
            @Nullable LocalDate previous) {

        public Relationship of(BrandKey other) {
            return new Relationship(other, person, day, sequence, strength, previous);
        }

        public Relationship on(LocalDate other) {
            return new Relationship(brand, person, other, sequence, strength, previous);
        }

        public Relationship strong(double other) {
            return new Relationship(brand, person, day, sequence, other, previous);
        }

        public Relationship number(long other) {
            return new Relationship(brand, person, day, other, strength, previous);
        }

        public Relationship after(LocalDate other) {
            return new Relationship(brand, person, day, sequence, strength, other);
        }

        /** The change that says that nothing is left. */
        public RelationshipScoreChanged withdrawn() {
            var nothing = NothingYet.relationship(brand, person, day);
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

        /** Returned over 30 days is the strength, invested half of it; warmth, theyToUs follow the strength backwards. */
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
                                    Direction.INBOUND, Kind.COMMENT, 12, strength / 2, strength, 0, strength / 4, 9),
                            new Contribution(
                                    Direction.INBOUND, Kind.SHARE, 3, strength / 2, 0, strength, 3 * strength / 4, 4),
                            new Contribution(Direction.OUTBOUND, Kind.REPLY, 2, 0, 0, 0, 0, 2)),
                    new SentimentSum(0, 0, 0, 0, 0, 0),
                    null,
                    null,
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
                new Accounts(20, 10, 1, 2, 3, 1, 2, 1),
                null,
                null,
                null);
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
                List.of(new KindSum(Direction.INBOUND, Kind.COMMENT, 12, 12)));
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

    public static EngagementReceived engagement(HandleKey handle, String id, Instant at, Kind kind) {
        return new EngagementReceived(
                Ids.engagement(handle.brand(), "test", id),
                handle.brand().agency(),
                handle.brand().brand(),
                handle.channel(),
                "test",
                id,
                at,
                at,
                kind == Kind.REPLY ? Direction.OUTBOUND : Direction.INBOUND,
                kind,
                Actor.of(handle.handle()),
                null,
                null,
                Content.of("Text of " + id),
                null,
                null);
    }
}
