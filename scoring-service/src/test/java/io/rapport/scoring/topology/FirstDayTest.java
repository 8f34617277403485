package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.described;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.scoring.query.DayQueries;
import io.rapport.scoring.query.LedgerOwners;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first day of a brand is computed again only after a change that can move it. */
class FirstDayTest {

    private static final BrandRegistered BRAND = ScoringEventFixtures.registered(BrandClock.EVENT);

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();
    private final CountedPasses passes = new CountedPasses();
    private final DayQueries queries = stream.queries(passes);

    @BeforeEach
    void playHistory() {
        stream.register(BRAND);
        stream.assign(assigned("ada", "Ada", 1)).assign(assigned("bert", "Bert", 1));
        receive("ada", "first", "2026-01-10");
        receive("ada", "second", "2026-01-20");
        receive("bert", "last", "2026-02-20");
        assertThat(first()).isEqualTo(LocalDate.parse("2026-01-10"));
        assertThat(passes.count).isEqualTo(1);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void laterChangesOfEarlierDaysTakeNoPass() {
        var history = history();
        receive("ada", "late", "2026-01-11");
        stream.assign(assigned("carl", "Carl", 1));
        receive("carl", "late too", "2026-02-01");
        stream.describe(described("Ada", true, 1)).settle();
        assertThat(history()).isGreaterThan(history);

        assertThat(first()).isEqualTo(LocalDate.parse("2026-01-10"));
        assertThat(passes.count).isEqualTo(1);
    }

    @Test
    void anEarlierEngagementMovesItBack() {
        receive("bert", "early", "2025-12-24");
        assertThat(first()).isEqualTo(LocalDate.parse("2025-12-24"));
        receive("ada", "between", "2025-12-30");
        assertThat(first()).isEqualTo(LocalDate.parse("2025-12-24"));
        assertThat(passes.count).isEqualTo(2);
    }

    @Test
    void withoutItsEngagementItMovesForward() {
        stream.receive(EngagementReceivedBuilder.builder(inbound("ada", "first", "2026-01-10", EngagementKind.COMMENT))
                        .revision(1L)
                        .withdrawn(true)
                        .build())
                .settle();
        assertThat(first()).isEqualTo(LocalDate.parse("2026-01-20"));
        receive("bert", "between", "2026-01-15");
        assertThat(first()).isEqualTo(LocalDate.parse("2026-01-15"));
    }

    @Test
    void engagementsThatMoveToAClientMoveIt() {
        stream.describe(described("Carl", true, 1)).settle();
        var history = history();
        stream.assign(assigned("ada", "Carl", 2)).settle();
        assertThat(history()).isGreaterThan(history);
        assertThat(first()).isEqualTo(LocalDate.parse("2026-01-10"));
        assertThat(passes.count).isEqualTo(2);
    }

    private void receive(String handle, String id, String day) {
        stream.receive(inbound(handle, id, day, EngagementKind.COMMENT)).settle();
    }

    private LocalDate first() {
        return queries.days(BRAND).first();
    }

    private long history() {
        return queries.days(BRAND, false).history();
    }

    private static final class CountedPasses implements LedgerOwners {

        private final LedgerOwners owner = new SingleLedgerOwner();
        private int count;

        @Override
        public Owner ownerOf(BrandKey brand) {
            return owner.ownerOf(brand);
        }

        @Override
        public Owner ownerOf(BrandKey brand, UUID person) {
            return owner.ownerOf(brand, person);
        }

        @Override
        public List<Share> shares() {
            count++;
            return owner.shares();
        }
    }
}
