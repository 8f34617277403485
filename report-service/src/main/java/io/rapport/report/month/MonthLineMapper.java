package io.rapport.report.month;

import static io.rapport.report.page.ReportMessages.text;

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
import io.rapport.report.page.PersonName;
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
        return line(person, text("line.new", PageFormat.day(first)), first);
    }

    MonthPerson returning(PersonInBrand person) {
        var last = person.state().lastSeen();
        return line(person, text("line.returning", PageFormat.day(last)), last);
    }

    MonthPerson cameBack(PersonInBrand person) {
        var last = person.state().lastSeen();
        return line(person, text("line.came-back", PageFormat.day(last)), last);
    }

    MonthPerson wentQuiet(PersonInBrand person) {
        var last = person.state().lastSeen();
        var key = person.state().client() ? "line.quiet-client" : "line.quiet";
        return line(person, text(key, PageFormat.day(last)), last);
    }

    MonthPerson deservesThanks(PersonInBrand person, @Nullable Instant thanked) {
        var before = thanked == null
                ? text("line.never-thanked")
                : text("line.last-thanked", PageFormat.day(scope.days().dayOf(thanked)));
        return line(person, text("line.gave", returned(person), before), null);
    }

    MonthThanked thanked(KnownPerson person, LocalDate thanked, GivenDays before, GivenDays after) {
        var reason = text("line.thanked", PageFormat.day(thanked), given(before), before.days())
                + " "
                + (after.days() == 0
                        ? text("line.thanked.to-come")
                        : text("line.thanked.after", given(after), PageFormat.counted(after.days(), "day")));
        return new MonthThanked(
                new MonthPerson(person.person(), PersonName.of(person), reason, thanked, null, link(person.person())),
                before,
                after);
    }

    MonthPerson owed(PersonInBrand person, @Nullable String question) {
        var since = Objects.requireNonNull(person.state().owedSince(), "A person who is owed a reply has a date since");
        return new MonthPerson(
                person.state().person(),
                PersonName.of(person.known()),
                text("waits.since", PageFormat.day(scope.days().dayOf(since))),
                scope.days().dayOf(since),
                question,
                link(person.state().person()) + "#timeline");
    }

    MonthIntroduction introduction(PersonInBrand client, PersonInBrand other, String ties) {
        var reason = text(
                "line.introduction",
                PersonName.of(other.known()),
                PageFormat.label(other.state().stage()),
                ties);
        return new MonthIntroduction(line(client, reason, null), contact(other.known()));
    }

    MonthPerson referral(PersonInBrand person, List<MonthReferral> brought) {
        return line(
                person, brought.isEmpty() ? text("line.was-referred") : text("line.referred", names(brought)), null);
    }

    /** The names of a tree: {@code Ada (who referred Bo) and Cy}. */
    private static String names(List<MonthReferral> people) {
        return people.stream()
                .map(each -> each.line().name()
                        + (each.brought().isEmpty() ? "" : " " + text("line.who-referred", names(each.brought()))))
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
        return new MonthPerson(person.person(), PersonName.of(person), reason, since, null, link(person.person()));
    }

    MonthPerson advocate(PersonInBrand person, @Nullable String words) {
        var since = person.state().stageSince();
        return words(person, text("line.advocate", PageFormat.day(since)), since, words);
    }

    MonthPerson captive(PersonInBrand person) {
        return line(
                person,
                text(
                        "line.captive",
                        returned(person),
                        PageFormat.label(person.state().stage())),
                person.state().lastSeen());
    }

    MonthPerson random(PersonInBrand person) {
        return line(
                person, text("line.random", returned(person)), person.state().lastSeen());
    }

    /** A person with a judged message of the month. */
    MonthPerson message(PersonInBrand person, TimelineEntry entry) {
        var sentiment = Objects.requireNonNull(entry.sentiment(), "The message is judged");
        var at = scope.days().dayOf(entry.occurredAt());
        var reason = text("line.wrote", PageFormat.day(at), entry.channel(), PageFormat.signed(sentiment.polarity()));
        return new MonthPerson(
                person.state().person(),
                PersonName.of(person.known()),
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
                ? text("line.untouched")
                : text(isNeglected ? "line.neglected" : "line.touched", PageFormat.day(touched));
        return new MonthClient(
                line(person, contact + "; " + tie(holders) + ".", touched),
                state.know(),
                PERCENT * (1 - Math.exp(-state.usToThem() / EFFORT_SCALE)),
                state.usToThem(),
                person.top(),
                isNeglected,
                holders);
    }

    MonthView.MonthStory story(KnownPerson person, PersonStory story) {
        var reason =
                text("story.heading", PageFormat.label(story.kind()), PageFormat.day(story.day()), story.by()) + ".";
        var line = new MonthPerson(
                person.person(), PersonName.of(person), reason, story.day(), story.text(), link(person.person()));
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
        return new MonthIntroduction.MonthContact(person.person(), PersonName.of(person), link(person.person()));
    }

    private static String tie(List<StaffShare> holders) {
        if (holders.isEmpty()) {
            return text("line.no-holder");
        }
        var first = holders.get(0);
        return holders.size() == 1
                ? text("line.only-holder", first.staff())
                : text("line.holder", first.staff(), PageFormat.share(first.share()));
    }

    private MonthPerson line(PersonInBrand person, String reason, @Nullable LocalDate since) {
        return words(person, reason, since, null);
    }

    private MonthPerson words(PersonInBrand person, String reason, @Nullable LocalDate since, @Nullable String words) {
        var state = person.state();
        return new MonthPerson(
                state.person(), PersonName.of(person.known()), reason, since, words, link(state.person()));
    }

    private String link(UUID person) {
        return BrandPageLink.person(brandPath, person, scope.asOf());
    }

    private static String given(GivenDays days) {
        return text("line.points-n", PageFormat.number(days.points()), PageFormat.count(days.n()));
    }

    private static String returned(PersonInBrand person) {
        return text("line.points", PageFormat.number(returned(person.state())));
    }

    private static double returned(RelationshipScoreChanged state) {
        return state.windows().stream().mapToDouble(WindowSums::returned).sum();
    }
}
