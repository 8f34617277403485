package io.rapport.scoring.domain.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.service.OpenConversations;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeopleSelectionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-02-01");
    private static final AsOf AS_OF = new AsOf(DAY, ZoneOffset.UTC, 30);
    private static final PersonDayOrder ORDER = new PersonDayOrder(PersonDayOrder.Figure.STRENGTH, true);
    private static final int PEOPLE = 20;

    @Test
    void pagesOfPartsAreThePagesOfAllPeople() {
        var all = new ArrayList<PersonDay>();
        PersonDayOrder.Position after = null;
        for (int page = 0; page < 4; page++) {
            var criteria = new PeopleSelection.Criteria(PersonDayFilter.ALL, ORDER, after, 5);
            var sum = new PeopleSelection(criteria);
            for (int part = 0; part < 3; part++) {
                var selection = new PeopleSelection(criteria);
                for (int i = part; i < PEOPLE; i += 3) {
                    selection.add(person(i));
                }
                sum.add(selection.page());
            }
            assertThat(sum.people()).isEqualTo(PEOPLE);
            assertThat(sum.count()).isEqualTo(PEOPLE);
            assertThat(sum.strengthBands()).isEqualTo(bands());
            all.addAll(sum.ranked());
            after = ORDER.after(all.get(all.size() - 1));
        }
        assertThat(all).hasSize(PEOPLE).doesNotHaveDuplicates().isSortedAccordingTo(ORDER);
        assertThat(all.get(0).top()).isEqualTo(5);
        assertThat(all.get(PEOPLE - 1).top()).isEqualTo(100);
    }

    private static List<Long> bands() {
        var bands = new ArrayList<>(Collections.nCopies(10, 0L));
        for (int i = 0; i < PEOPLE; i++) {
            var band = Math.min(9, (int) (person(i).strength() / 10));
            bands.set(band, bands.get(band) + 1);
        }
        return bands;
    }

    @Test
    void contradictoryConditionsSelectNoOne() {
        var filter =
                new PersonDayFilter(null, Set.of(), null, null, null, null, null, DAY.minusDays(1), DAY.minusDays(1));
        var selection = new PeopleSelection(new PeopleSelection.Criteria(filter, ORDER, null, 5));
        selection.add(person(1));
        assertThat(selection.count()).isZero();
        assertThat(selection.ranked()).isEmpty();
    }

    @Test
    void aConversationOfTheNextDayIsNotOwedYet() {
        var midnight = DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        var open = OpenConversations.of(midnight - 1).plus(OpenConversations.of(midnight));
        var person = new PersonLedgers(new UUID(1, 1), ledger(1), open, false);
        assertThat(PersonDay.of(person, AS_OF, ScoringModel.standard())
                        .orElseThrow()
                        .owed())
                .isEqualTo(1);
    }

    @Test
    void aPersonWithoutContactUpToTheDayIsNotListed() {
        var person = new PersonLedgers(new UUID(1, 1), ledger(1), OpenConversations.EMPTY, false);
        var before = new AsOf(DAY.minusDays(1), ZoneOffset.UTC, 30);
        assertThat(PersonDay.of(person, before, ScoringModel.standard())).isEmpty();
        var client = new PersonLedgers(new UUID(1, 1), ledger(1), OpenConversations.EMPTY, true);
        assertThat(PersonDay.of(client, before, ScoringModel.standard()))
                .hasValueSatisfying(day -> assertThat(day.contact()).isFalse());
    }

    private static PersonDay person(int comments) {
        var ledgers =
                new PersonLedgers(new UUID(comments, comments), ledger(comments + 1), OpenConversations.EMPTY, false);
        return PersonDay.of(ledgers, AS_OF, ScoringModel.standard()).orElseThrow();
    }

    private static EngagementLedger ledger(int comments) {
        var ledger = EngagementLedger.EMPTY;
        var kinds = List.of(EngagementKind.COMMENT, EngagementKind.SHARE);
        for (int i = 0; i < comments; i++) {
            ledger = ledger.plus(new LedgerEntry(
                    (int) DAY.toEpochDay(), Direction.INBOUND, kinds.get(i % 2), false, 0, LedgerEntry.NOT_JUDGED));
        }
        return ledger;
    }
}
