package io.rapport.report.month;

import static java.util.stream.Collectors.groupingBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.engagement.EngagementRange;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.OutboundCounts;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.staff.StaffReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Reads the engagements behind the lists of a month: a few queries, however many people there are. */
public final class MonthEvidenceReader {

    /** The days before the end of the month of the texts of advocates, and of the contact with clients. */
    static final int RECENT_DAYS = StaffReport.TIE_DAYS;

    private static final int MAX_THANKS = 500;
    private static final int MAX_MESSAGES = 2_000;

    /** Of each handle. One is shown, which has to have more than spaces. */
    private static final int MAX_WORDS = 3;

    private final EngagementRepository engagements;
    private final SentimentService sentiments;
    private final StaffReport staff;

    /** A reader of these sources. */
    public MonthEvidenceReader(EngagementRepository engagements, SentimentService sentiments, StaffReport staff) {
        this.staff = staff;
        this.engagements = engagements;
        this.sentiments = sentiments;
    }

    /** The thanks of a month, newest first. */
    List<TimelineEntry> thanks(BrandKey brand, MonthScope scope) {
        return engagements.findThanks(brand, scope.days().start(), scope.days().end(), MAX_THANKS);
    }

    /** The outbound engagements of a month. */
    OutboundCounts outbound(BrandKey brand, MonthScope scope) {
        return staff.outbound(brand, scope.days());
    }

    MonthEvidence read(
            BrandKey brand,
            MonthScope scope,
            MonthPeople people,
            Supplier<OutboundCounts> outbound,
            ParallelReads reads) {
        var end = scope.days().end();
        var recent = scope.days().last(RECENT_DAYS).start();
        var messages = reads.begin(() -> messages(brand, scope, people));
        var words = reads.begin(() -> byHandle(
                brand,
                engagements.findNewestTexts(
                        brand,
                        people.handles(MonthList.ADVOCATES),
                        new EngagementRange(Direction.INBOUND, null, recent, end, MAX_WORDS))));
        var thanks = find(
                brand,
                people.handles(MonthList.GIVERS),
                new EngagementRange(Direction.OUTBOUND, EngagementKind.THANKS, Instant.EPOCH, end, MAX_THANKS));
        var questions = questions(brand, people);
        var ties = engagements.countByStaff(brand, people.handles(MonthList.CLIENTS), recent, end);
        return new MonthEvidence(brand, thanks, questions, words.get(), messages.get(), ties, outbound.get());
    }

    private Map<HandleKey, List<TimelineEntry>> questions(BrandKey brand, MonthPeople people) {
        var asked = people.of(MonthList.OWED).stream()
                .map(person -> person.state().owedSince())
                .filter(Objects::nonNull)
                .toList();
        return byHandle(brand, engagements.findInboundAt(brand, people.handles(MonthList.OWED), asked));
    }

    private Map<HandleKey, List<TimelineEntry>> messages(BrandKey brand, MonthScope scope, MonthPeople people) {
        var range = new EngagementRange(
                Direction.INBOUND, null, scope.days().start(), scope.days().end(), MAX_MESSAGES);
        var found =
                engagements.findInRange(brand, people.handles(MonthList.POSITIVE, MonthList.NEGATIVE), range).stream()
                        .filter(TimelineEntry::hasInboundText)
                        .toList();
        return byHandle(brand, sentiments.withSentiment(brand, found));
    }

    private Map<HandleKey, List<TimelineEntry>> find(BrandKey brand, List<HandleKey> handles, EngagementRange range) {
        return byHandle(brand, engagements.findInRange(brand, handles, range));
    }

    private static Map<HandleKey, List<TimelineEntry>> byHandle(BrandKey brand, List<TimelineEntry> entries) {
        return entries.stream().collect(groupingBy(entry -> entry.handleKey(brand)));
    }
}
