package io.rapport.scoring.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.scoring.domain.day.DayStatus;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerScatterTest {

    private static final LedgerQueries.Scope SCOPE = new LedgerQueries.Scope("agency", "brand", "UTC", "standard-1");
    private static final URI PEER = URI.create("http://peer:8083");

    /** Answers with its partitions as the history number; an address that ends with "gone" does not answer. */
    private record Instance(URI address) implements LedgerQueries {

        @Override
        public FiguresAnswer figures(FiguresQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PeopleAnswer people(PeopleQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PersonsAnswer persons(PersonsQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ContentAnswer content(ContentQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PeriodAnswer period(PeriodQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BrandAnswer brand(BrandQuery query) {
            if (address != null && address.getHost().equals("gone")) {
                throw new LedgersUnavailableException("no answer", null);
            }
            return new BrandAnswer(
                    null, query.partition(), new byte[0], List.of(), null, null, new DayStatus(null, 0, null, null));
        }
    }

    @Test
    void everyInstanceAnswersForItsOwnPartitionsInTwoParts() {
        try (var scatter = new LedgerScatter(new Instance(null), Instance::new)) {
            assertThat(partitions(scatter, PEER))
                    .as("the first partition of each part")
                    .containsExactlyInAnyOrder(0L, 1L, 2L);
        }
    }

    @Test
    void bothPartsOfAnInstanceHaveAllItsPartitions() {
        var share = new LedgerOwners.Share(PEER, List.of(4, 5, 6), List.of(7, 8), List.of(9));
        assertThat(share.halves())
                .containsExactly(
                        new LedgerOwners.Share(PEER, List.of(4, 6), List.of(7), List.of(9)),
                        new LedgerOwners.Share(PEER, List.of(5), List.of(8), List.of()));
    }

    @Test
    void theOnlyPartitionOfAnInstanceIsOnePart() {
        var share = new LedgerOwners.Share(PEER, List.of(4), List.of(), List.of());
        assertThat(share.halves()).containsExactly(share);
    }

    @Test
    void anAnswerThatIsMissingFailsTheQuery() {
        try (var scatter = new LedgerScatter(new Instance(null), Instance::new)) {
            assertThatThrownBy(() -> partitions(scatter, URI.create("http://gone:8083")))
                    .isInstanceOf(LedgersUnavailableException.class)
                    .hasMessage("no answer");
        }
    }

    private static List<Long> partitions(LedgerScatter scatter, URI peer) {
        var shares = List.of(
                new LedgerOwners.Share(null, List.of(0, 1), List.of(), List.of()),
                new LedgerOwners.Share(peer, List.of(2), List.of(), List.of()));
        return scatter
                .toAll(
                        shares,
                        (queries, share) -> queries.brand(new LedgerQueries.BrandQuery(
                                SCOPE, share.people().get(0), List.of(), null)))
                .stream()
                .map(LedgerQueries.BrandAnswer::history)
                .toList();
    }
}
