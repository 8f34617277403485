package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.bot;
import static io.rapport.scoring.topology.ScoringEventFixtures.described;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.outbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.registered;
import static io.rapport.scoring.topology.ScoringEventFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.PersonErasedBuilder;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.messaging.json.JsonSerde;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An erasure leaves the state of a history without the erased people, and is permanent. */
class ErasureTest {

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void erasureEqualsAHistoryWithoutTheErasedPeople() {
        try (var without = new ScoringTopologyDriver()) {
            others(without);
            others(stream);
            ada(stream);

            stream.erase(List.of("ada", "ada-2"), List.of("Ada", "Ada's other")).settle();

            assertThat(stream.person("Ada")).isNull();
            assertThat(stream.person("Bob")).isEqualTo(without.person("Bob"));
            assertThat(figures(stream.brand())).isEqualTo(figures(without.brand()));
            assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(7, 2, 1, 0, 0, 0, 0, 4));
        }
    }

    @Test
    void erasureIsPublishedAsATombstoneAndAChange() {
        others(stream);
        ada(stream);

        stream.erase(List.of("ada", "ada-2"), List.of("Ada", "Ada's other")).settle();

        var changes = stream.states(Topic.RELATIONSHIP_CHANGES, "Ada");
        var last = changes.get(changes.size() - 1);
        assertThat(last.reason()).isEqualTo(ChangeReason.ERASED);
        assertThat(last.strength()).isZero();
        assertThat(last.client()).isFalse();
        assertThat(last.contributions()).isEmpty();
        assertThat(stream.states(Topic.RELATIONSHIP_CURRENT, "Ada")).endsWith((RelationshipScoreChanged) null);
    }

    @Test
    void tombstonesOfHandlesAndPeopleMayArriveInAnyOrder() {
        others(stream);
        ada(stream);

        stream.erase(List.of(), List.of("Ada", "Ada's other"))
                .settle()
                .erase(List.of("ada-2"), List.of())
                .settle()
                .erase(List.of("ada"), List.of())
                .settle();

        assertThat(stream.person("Ada")).isNull();
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(7, 2, 1, 0, 0, 0, 0, 4));
    }

    @Test
    void engagementAfterErasureIsRejectedWithoutItsContent() {
        others(stream);
        ada(stream);
        stream.erase(List.of("ada", "ada-2"), List.of("Ada")).settle();
        var before = figures(stream.brand());

        var late = inbound("ada", "late", "2026-03-01", EngagementKind.REVIEW);
        stream.receive(late, bot(inbound("ada", "bot", "2026-03-01", EngagementKind.REVIEW)), late)
                .settle();

        assertThat(figures(stream.brand())).isEqualTo(before);
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(10, 2, 2, 0, 0, 0, 1, 5));
        var record = stream.published(Topic.ENGAGEMENT_REJECTED).get(0);
        var rejected = new JsonSerde<>(EngagementRejected.class).read(record.value());
        assertThat(rejected.code()).isEqualTo(RejectionCode.SUPPRESSED);
        assertThat(rejected.raw()).isEmpty();
        assertThat(new String(record.value())).doesNotContain("ada");
    }

    @Test
    void changedBodyOfAnErasedEngagementIsRejectedWithoutItsContent() {
        var first = inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW);
        stream.register(registered(BrandClock.EVENT))
                .assign(assigned("ada", "Ada", 1))
                .receive(first)
                .settle()
                .erase(List.of("ada"), List.of("Ada"))
                .receive(ScoringEventFixtures.saying(first, "other words"))
                .settle();

        var record = stream.published(Topic.ENGAGEMENT_REJECTED).get(0);
        var rejected = new JsonSerde<>(EngagementRejected.class).read(record.value());
        assertThat(rejected.code()).isEqualTo(RejectionCode.SUPPRESSED);
        assertThat(rejected.raw()).isEmpty();
    }

    @Test
    void assignmentAfterErasureIsIgnored() {
        others(stream);
        ada(stream);
        stream.erase(List.of("ada", "ada-2"), List.of("Ada")).settle();

        stream.assign(assigned("ada", "Ada", 99), assigned("ada-2", "Bob", 99))
                .receive(inbound("ada", "late", "2026-03-01", EngagementKind.REVIEW))
                .settle();

        assertThat(stream.person("Ada")).isNull();
        assertThat(stream.person("Bob").contributions()).hasSize(1);
        assertThat(stream.brand().accounts().rejected()).isEqualTo(5);
    }

    @Test
    void staffAndUnassignedHandlesAreErased() {
        others(stream);
        stream.assign(staff("clerk", "Clerk", true, 1))
                .receive(
                        outbound("clerk", "c1", "2026-03-01", EngagementKind.REPLY),
                        inbound("nobody", "n1", "2026-03-01", EngagementKind.COMMENT))
                .settle();
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(4, 3, 0, 1, 0, 0, 0, 0));

        stream.erase(List.of("clerk", "nobody", "never-seen"), List.of("Clerk", "Never seen"))
                .settle();

        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(4, 2, 0, 0, 0, 0, 0, 2));
    }

    @Test
    void erasureIsIdempotent() {
        others(stream);
        ada(stream);
        stream.erase(List.of("ada", "ada-2"), List.of("Ada")).settle();
        var before = stream.brand();

        stream.erase(List.of("ada"), List.of("Ada")).settle();

        assertThat(stream.brand()).isEqualTo(before);
        var confirmations = stream.published(Topic.ERASURE_DONE).stream()
                .map(record -> new JsonSerde<>(ErasureDone.class).read(record.value()))
                .toList();
        assertThat(confirmations)
                .extracting(ErasureDone::subject)
                .containsExactly(hash("ada"), hash("ada-2"), hash("ada"));
        assertThat(confirmations)
                .extracting(ErasureDone::removed)
                .containsExactly(
                        Map.of("ledgers", 1L, "engagements", 3L), Map.of("ledgers", 1L, "engagements", 1L), Map.of());
        assertThat(stream.published(Topic.ERASURE_DONE))
                .allSatisfy(record ->
                        assertThat(record.key() + new String(record.value())).doesNotContain("ada"));
    }

    @Test
    void streamWithoutStateRejectsErasedHandlesByTheirHash() {
        var suppressions = new SuppressionHashes("a secret for tests");
        suppressions.add(PersonErasedBuilder.builder()
                .agency(ScoringEventFixtures.BRAND.agency())
                .brand(ScoringEventFixtures.BRAND.brand())
                .erasure(UUID.randomUUID())
                .people(List.of(ScoringEventFixtures.person("Ada")))
                .handles(List.of(hash("ada"), hash("ada-2")))
                .suppressed(List.of(hash("ada"), hash("ada-2")))
                .keyCheck(suppressions.keyCheck(ScoringEventFixtures.BRAND.agency()))
                .by("test")
                .at(ScoringEventFixtures.RECEIVED)
                .parts(List.of())
                .version(1)
                .build());
        try (var anew = new ScoringTopologyDriver(suppressions)) {
            others(anew);
            ada(anew);

            assertThat(anew.brand().accounts()).isEqualTo(new AccountBalance(7, 2, 1, 0, 0, 0, 0, 4));
            assertThat(anew.person("Bob").contributions()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inAnyHistoryTheErasedWereNeverThere(long seed) {
        var random = new Random(seed);
        try (var without = new ScoringTopologyDriver()) {
            stream.register(registered(BrandClock.EVENT));
            without.register(registered(BrandClock.EVENT));
            var versions = 0L;
            for (var n = 0; n < 200; n++) {
                var handle = random.nextInt(8);
                // Handles 0 to 3 belong to the two erased people, 4 to 7 to the two others.
                var stays = handle > 3;
                if (n == 120) {
                    stream.erase(List.of("h0", "h1", "h2", "h3"), List.of("P0", "P1"));
                } else if (random.nextInt(5) == 0) {
                    var to = assigned("h" + handle, "P" + (handle / 4 * 2 + random.nextInt(2)), ++versions);
                    stream.assign(to);
                    if (stays) {
                        without.assign(to);
                    }
                } else {
                    var day = "2026-02-%02d".formatted(1 + random.nextInt(20));
                    var kind = List.of(
                                    EngagementKind.COMMENT,
                                    EngagementKind.REVIEW,
                                    EngagementKind.MESSAGE,
                                    EngagementKind.PURCHASE,
                                    EngagementKind.SHARE)
                            .get(random.nextInt(5));
                    var engagement = random.nextInt(3) == 0
                            ? outbound("h" + handle, "n" + n, day, EngagementKind.REPLY)
                            : inbound("h" + handle, "n" + n, day, kind);
                    stream.receive(engagement);
                    if (stays) {
                        without.receive(engagement);
                    }
                }
            }
            for (var each : List.of(stream, without)) {
                each.assign(assigned("h7", "P3", 1_000))
                        .receive(inbound("h7", "last", "2026-03-01", EngagementKind.REVIEW))
                        .settle()
                        .settle();
            }

            assertThat(stream.person("P0")).isNull();
            assertThat(stream.person("P1")).isNull();
            for (var name : List.of("P2", "P3")) {
                assertThat(figures(stream.person(name))).isEqualTo(figures(without.person(name)));
            }
            assertThat(figures(stream.brand())).isEqualTo(figures(without.brand()));
            var accounts = stream.brand().accounts();
            assertThat(accounts.scored()).isEqualTo(without.brand().accounts().scored());
            assertThat(accounts.scored() + accounts.rejected()).isEqualTo(accounts.received());
        }
    }

    private static List<Object> figures(RelationshipScoreChanged state) {
        return state == null
                ? List.of()
                : List.of(state.strength(), state.stage(), state.warmth(), state.contributions(), state.windows());
    }

    /** Bob, a review and a reply to it. */
    private static void others(ScoringTopologyDriver stream) {
        stream.register(registered(BrandClock.EVENT))
                .assign(assigned("bob", "Bob", 1))
                .receive(
                        inbound("bob", "b1", "2026-03-01", EngagementKind.REVIEW),
                        inbound("bob", "b2", "2026-03-01", EngagementKind.REVIEW))
                .settle();
    }

    /** Ada, a client with two handles, one from a merged person; five engagements, one of a bot. */
    private static void ada(ScoringTopologyDriver stream) {
        stream.describe(described("Ada", true, 1), described("Ada's other", false, 1))
                .assign(assigned("ada", "Ada", 1), assigned("ada-2", "Ada's other", 1))
                .receive(
                        inbound("ada", "a1", "2026-02-27", EngagementKind.REVIEW),
                        inbound("ada", "a2", "2026-02-28", EngagementKind.SHARE),
                        outbound("ada", "a3", "2026-03-01", EngagementKind.MEETING),
                        bot(inbound("ada", "a4", "2026-03-01", EngagementKind.COMMENT)),
                        inbound("ada-2", "a5", "2026-03-01", EngagementKind.MENTION))
                .settle()
                .assign(assigned("ada-2", "Ada", 2))
                .settle();
    }

    private String hash(String handle) {
        return stream.suppressions.hashHandle(ScoringEventFixtures.handle(handle));
    }

    /** Returns the figures of a brand without time and reason of publication. */
    private static List<Object> figures(BrandScoreChanged brand) {
        return List.of(brand.windows(), brand.people(), brand.asOf());
    }
}
