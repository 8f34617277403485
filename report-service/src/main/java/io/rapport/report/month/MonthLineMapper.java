package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.WindowSums;
import io.rapport.contracts.story.PersonStory;
import io.rapport.report.channels.ConversionReason;
import io.rapport.report.domain.channel.Conversion;
import io.rapport.report.domain.channel.ConversionPattern;
import io.rapport.report.domain.channel.ConversionPattern.SimilarPerson;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.staff.StaffFigures.StaffMemberFigures;
import io.rapport.report.domain.staff.StaffShare;
import io.rapport.report.month.view.MonthBuyer;
import io.rapport.report.month.view.MonthClient;
import io.rapport.report.month.view.MonthIntroduction;
import io.rapport.report.month.view.MonthPerson;
import io.rapport.report.month.view.MonthReferral;
import io.rapport.report.month.view.MonthStaff;
import io.rapport.report.month.view.MonthThanked;
import io.rapport.report.month.view.MonthThanked.GivenDays;
import io.rapport.report.month.view.MonthView;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps people to the lines of the month: a name, one reason and one link. */
final class MonthLineMapper {

    private static final long NEGLECTED_DAYS = 60;

    /** As for the dimension know of the standard model. */
    private static final double EFFORT_SCALE = 12;

    private static final double PERCENT = 100;

    private final MonthScope scope;
    private final String brandPath;

    MonthLineMapper(BrandKey brand, MonthScope scope) {
        this.scope = scope;
        this.brandPath = BrandPageLink.path(brand.agency(), brand.brand());
    }

    MonthPerson newcomer(PersonInBrand person) {
        var first = person.state().firstSeen();
        return line(person, "New: turned to the brand for the first time on " + PageFormat.day(first) + ".", first);
    }

    MonthPerson returning(PersonInBrand person) {
        var last = person.state().lastSeen();
        return line(person, "Came again, as in the month before; last on " + PageFormat.day(last) + ".", last);
    }

    MonthPerson cameBack(PersonInBrand person) {
        var last = person.state().lastSeen();
        return line(person, "Back after at least a month of silence; last seen on " + PageFormat.day(last) + ".", last);
    }

    MonthPerson wentQuiet(PersonInBrand person) {
        var last = person.state().lastSeen();
        var who = person.state().client() ? "A client who has been silent since " : "Silent since ";
        return line(person, who + PageFormat.day(last) + ".", last);
    }

    MonthPerson deservesThanks(PersonInBrand person, @Nullable Instant thanked) {
        var before = thanked == null
                ? "was never thanked"
                : "was last thanked on " + PageFormat.day(scope.days().dayOf(thanked));
        return line(person, "Gave " + returned(person) + " this month and " + before + ".", null);
    }

    MonthThanked thanked(KnownPerson person, LocalDate thanked, GivenDays before, GivenDays after) {
        var reason = "Thanked on " + PageFormat.day(thanked) + ": " + given(before) + " in the " + before.days()
                + " days before, "
                + (after.days() == 0
                        ? "the days after are still to come."
                        : given(after) + " in the " + PageFormat.counted(after.days(), "day") + " after.");
        return new MonthThanked(
                new MonthPerson(person.person(), person.name(), reason, thanked, null, link(person.person())),
                before,
                after);
    }

    MonthPerson owed(PersonInBrand person, @Nullable String question) {
        var since = Objects.requireNonNull(person.state().owedSince(), "A person who is owed a reply has a date since");
        return new MonthPerson(
                person.state().person(),
                person.name(),
                "Waits for an answer since " + PageFormat.day(scope.days().dayOf(since)) + ".",
                scope.days().dayOf(since),
                question,
                link(person.state().person()) + "#timeline");
    }

    MonthIntroduction introduction(PersonInBrand client, PersonInBrand other, String ties) {
        var reason =
                other.name() + ", at stage " + PageFormat.label(other.state().stage())
                        + ", could introduce the brand to this client, who hardly knows it: " + ties + ".";
        return new MonthIntroduction(line(client, reason, null), contact(other.known()));
    }

    MonthPerson referral(PersonInBrand person, List<MonthReferral> brought) {
        return line(person, brought.isEmpty() ? "Was referred." : "Referred " + names(brought) + ".", null);
    }

    /** The names of a tree: {@code Ada (who referred Bo) and Cy}. */
    private static String names(List<MonthReferral> people) {
        return people.stream()
                .map(each -> each.line().name()
                        + (each.brought().isEmpty() ? "" : " (who referred " + names(each.brought()) + ")"))
                .collect(Collectors.joining(", "));
    }

    MonthBuyer becameClient(KnownPerson person, Conversion from) {
        var days = scope.days();
        var line = line(person, ConversionReason.bought(from, days), days.dayOf(from.at()));
        return new MonthBuyer(
                line, from.firstContact(), ConversionReason.daysAfter(from, days), ConversionReason.path(from));
    }

    MonthPerson candidate(KnownPerson person, SimilarPerson from, ConversionPattern pattern) {
        return line(person, ConversionReason.similar(from, pattern), null);
    }

    private MonthPerson line(KnownPerson person, String reason, @Nullable LocalDate since) {
        return new MonthPerson(person.person(), person.name(), reason, since, null, link(person.person()));
    }

    MonthPerson advocate(PersonInBrand person, @Nullable String words) {
        var since = person.state().stageSince();
        return words(person, "Advocate since " + PageFormat.day(since) + ".", since, words);
    }

    MonthPerson captive(PersonInBrand person) {
        return line(
                person,
                "Gave " + returned(person) + " this month, at stage "
                        + PageFormat.label(person.state().stage()) + ".",
                person.state().lastSeen());
    }

    MonthPerson random(PersonInBrand person) {
        return line(
                person,
                "Gave " + returned(person) + " this month, and is not part of the captive audience.",
                person.state().lastSeen());
    }

    /** A person with a judged message of the month. */
    MonthPerson message(PersonInBrand person, TimelineEntry entry) {
        var sentiment = Objects.requireNonNull(entry.sentiment(), "The message is judged");
        var at = scope.days().dayOf(entry.occurredAt());
        var reason = "Wrote on " + PageFormat.day(at) + " on " + entry.channel() + ", polarity "
                + PageFormat.signed(sentiment.polarity()) + ".";
        return new MonthPerson(
                person.state().person(),
                person.name(),
                reason,
                at,
                entry.details().text(),
                link(person.state().person()) + "#e-" + entry.id());
    }

    MonthClient client(PersonInBrand person, MonthEvidence evidence) {
        var state = person.state();
        var touched = state.lastTouch();
        var isNeglected = touched == null || touched.until(scope.last(), ChronoUnit.DAYS) > NEGLECTED_DAYS;
        var holders = evidence.holders(person.known());
        var contact = touched == null
                ? "Nobody has been in touch yet"
                : "Last in touch on " + PageFormat.day(touched) + (isNeglected ? ": neglected" : "");
        return new MonthClient(
                line(person, contact + tie(holders) + ".", touched),
                state.know(),
                PERCENT * (1 - Math.exp(-state.usToThem() / EFFORT_SCALE)),
                state.usToThem(),
                person.top(),
                isNeglected,
                holders);
    }

    MonthView.MonthStory story(KnownPerson person, PersonStory story) {
        var reason = PageFormat.label(story.kind()) + ", " + PageFormat.day(story.day()) + ", written down by "
                + story.by() + ".";
        var line = new MonthPerson(
                person.person(), person.name(), reason, story.day(), story.text(), link(person.person()));
        return new MonthView.MonthStory(line, story.id(), story.kind());
    }

    MonthStaff staff(StaffMemberFigures from, Function<UUID, KnownPerson> people) {
        var share = from.share();
        return new MonthStaff(
                share.staff(),
                share.engagements(),
                share.share(),
                from.clients().stream().map(people).map(this::contact).toList());
    }

    private MonthIntroduction.MonthContact contact(KnownPerson person) {
        return new MonthIntroduction.MonthContact(person.person(), person.name(), link(person.person()));
    }

    private static String tie(List<StaffShare> holders) {
        if (holders.isEmpty()) {
            return "; nobody is known to hold the tie";
        }
        var first = holders.get(0);
        return holders.size() == 1
                ? "; " + first.staff() + " alone holds the tie"
                : "; " + first.staff() + " holds the tie (" + PageFormat.share(first.share()) + ")";
    }

    private MonthPerson line(PersonInBrand person, String reason, @Nullable LocalDate since) {
        return words(person, reason, since, null);
    }

    private MonthPerson words(PersonInBrand person, String reason, @Nullable LocalDate since, @Nullable String words) {
        var state = person.state();
        return new MonthPerson(state.person(), person.name(), reason, since, words, link(state.person()));
    }

    private String link(UUID person) {
        return BrandPageLink.person(brandPath, person, scope.asOf());
    }

    private static String given(GivenDays days) {
        return PageFormat.number(days.points()) + " points (n = " + PageFormat.count(days.n()) + ")";
    }

    private static String returned(PersonInBrand person) {
        return PageFormat.number(returned(person.state())) + " points";
    }

    private static double returned(RelationshipScoreChanged state) {
        return state.windows().stream().mapToDouble(WindowSums::returned).sum();
    }
}
