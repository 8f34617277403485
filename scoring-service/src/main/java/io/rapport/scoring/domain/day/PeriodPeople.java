package io.rapport.scoring.domain.day;

import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandScore;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.brand.PersonVisibility;
import io.rapport.scoring.domain.ledger.CellSum;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.FigureWindows;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipCalculator;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds up the people of a period of days and selects lists of them, in one pass over all people. */
public final class PeriodPeople {

    private static final int LAST_WINDOW = 30;

    private final FigureWindows windows;
    private final int firstBefore;
    private final int first;
    private final int last;
    private final AsOf asOf;
    private final ScoringModel model;
    private final List<PeriodList> lists;
    private final StrengthCounts strengths = new StrengthCounts();
    private final List<PeopleSelection> selections;
    private final Map<UUID, List<PersonRange>> ranges;
    private final List<PersonRange.RangeSums> rangeSums = new ArrayList<>();
    private final CellSum series = new CellSum(BrandColumns.SERIES_COUNT);
    private final SnapshotSum snapshot = new SnapshotSum();
    private int firstDay = Integer.MAX_VALUE;

    /**
     * Begins without people.
     *
     * @param zone time zone of the brand
     * @param ranges people and days whose sums are computed; they may lie outside of the period
     */
    public PeriodPeople(
            DayPeriod period, ZoneId zone, ScoringModel model, List<PeriodList> lists, List<PersonRange> ranges) {
        this.windows = period.windows();
        this.firstBefore = period.firstEpochDayBefore();
        this.first = period.firstEpochDay();
        this.last = period.lastEpochDay();
        this.asOf = new AsOf(period.last(), zone, LAST_WINDOW);
        this.model = model;
        this.lists = List.copyOf(lists);
        this.selections = lists.stream()
                .map(list -> new PeopleSelection(list.criteria(), strengths))
                .toList();
        this.ranges = ranges.stream().collect(Collectors.groupingBy(PersonRange::person));
    }

    /**
     * Adds a person.
     *
     * @param scores the person's scores, before the last day of the period
     */
    public void add(PersonLedgers person, RelationshipCalculator scores) {
        var cells = person.ledger().cells();
        firstDay = Math.min(firstDay, person.firstDay());
        var part = PersonContribution.series(new EngagementLedger(cells.ofDays(firstBefore, last)), model);
        series.add(part.seriesCells());
        ranges.getOrDefault(person.person(), List.of()).forEach(range -> rangeSums.add(sums(person, range)));
        if (!person.isAbsentOn(last)) {
            add(person, part, scores.score(last));
        }
    }

    /** Epoch day of the last day of the period. */
    public int lastDay() {
        return last;
    }

    /** Epoch day of the first engagement of anyone; {@code Integer.MAX_VALUE} without one. */
    public int firstDay() {
        return firstDay;
    }

    /** The sums of the series and of the snapshot, whose only window is the period. */
    public BrandLedger sums() {
        return new BrandLedger(series.sum(), snapshot.sum());
    }

    /** The sums of the asked people and days, in no order; people without a ledger are left out. */
    public List<PersonRange.RangeSums> rangeSums() {
        return List.copyOf(rangeSums);
    }

    /** The lists, in the order of their criteria. */
    public List<PeopleSelection.Page> lists() {
        return selections.stream().map(PeopleSelection::page).toList();
    }

    private void add(PersonLedgers person, BrandLedger part, RelationshipScore score) {
        if (!score.exists()) {
            return;
        }
        snapshot.add(PersonContribution.snapshot(person.ledger(), score, windows));
        if (!lists.isEmpty()) {
            var sums = BrandScore.sums(part, first, last, model);
            var visibility = new PersonVisibility(
                    person.ledger().cells(), last, score.contact().firstSeen(), windows);
            select(PersonDay.of(person, asOf, score, visibility.status(0), sums.returned(), sums.invested()), person);
        }
    }

    private void select(PersonDay day, PersonLedgers person) {
        strengths.add(day.strength());
        var tones = tones(person.ledger().cells());
        for (int i = 0; i < lists.size(); i++) {
            var tone = lists.get(i).tone();
            if (tone == null || tones.contains(tone)) {
                selections.get(i).select(day);
            }
        }
    }

    /** The tones of the person's messages of the period. */
    private Set<MessageTone> tones(LedgerCells cells) {
        var tones = EnumSet.noneOf(MessageTone.class);
        var end = cells.firstIndex(last + 1);
        for (int i = cells.firstIndex(first); i < end; i++) {
            if (cells.value(i) > 0) {
                tones.add(EngagementColumns.tone(cells.column(i)));
            }
        }
        return tones;
    }

    private PersonRange.RangeSums sums(PersonLedgers person, PersonRange range) {
        var from = Math.toIntExact(range.from().toEpochDay());
        var to = Math.toIntExact(range.to().toEpochDay());
        var cells = person.ledger().cells();
        var part = PersonContribution.series(new EngagementLedger(cells.ofDays(from, to)), model);
        var sums = BrandScore.sums(part, from, to, model);
        long engagements = 0;
        var end = cells.firstIndex(to + 1);
        for (int i = cells.firstIndex(from); i < end; i++) {
            engagements += EngagementColumns.block(cells.column(i)) == EngagementColumns.INBOUND
                    ? Math.max(0, cells.value(i))
                    : 0;
        }
        return new PersonRange.RangeSums(
                range.person(), range.from(), range.to(), sums.returned(), sums.invested(), engagements);
    }
}
