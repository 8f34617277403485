package io.rapport.report.brand;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.suggestion.SuggestionKind;
import io.rapport.report.actions.ActionFormFactory;
import io.rapport.report.days.SlowAnswers;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery;
import io.rapport.report.domain.engagement.TimelineQuery.TimelinePosition;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleFilter.Attendance;
import io.rapport.report.domain.people.PeopleFilter.AttendanceFilter;
import io.rapport.report.domain.people.PeopleFilter.FlagFilter;
import io.rapport.report.domain.people.PeopleFilter.LastSeenFilter;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.people.RelationshipRepository.OwedQuery;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.domain.tie.TieReport;
import io.rapport.report.domain.tie.TieReport.NamedTie;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.PersonName;
import io.rapport.report.page.RelationshipSummary;
import io.rapport.report.suggestions.HiddenSuggestions;
import io.rapport.report.tie.TieReason;
import io.rapport.report.timeline.OpenQuestionLookup;
import io.rapport.web.pages.PageText;
import io.rapport.web.problem.ProblemException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lists at the top of a brand's page: the people to thank, those who wait, introductions, those who drift away and
 * those who came back. Suggestions that were dismissed are left out.
 */
public final class HomePeople {

    private static final int WINDOW = 30;
    private static final int MAX_LINES = 5;
    private static final int MAX_GIVERS = 15;
    private static final PeopleSorting GIVING_MOST = new PeopleSorting(PeopleOrder.THEY_TO_US, true);

    private static final Comparator<PersonInBrand> MOST_RETURNED =
            Comparator.comparingDouble(person -> -returned(person.state()));

    private final PeopleReport people;
    private final TieReport ties;
    private final EngagementRepository engagements;
    private final OpenQuestionLookup questions;
    private final ActionFormFactory actions;
    private final SlowAnswers<ReturnedKey, List<UUID>> answers;

    /** A question who came back, to the scoring service. */
    public record ReturnedKey(BrandKey brand, AsOfDay asOf, int limit) {}

    /** Lists from this report, with the words of this repository. */
    public HomePeople(
            PeopleReport people,
            TieReport ties,
            EngagementRepository engagements,
            OpenQuestionLookup questions,
            ActionFormFactory actions,
            SlowAnswers<ReturnedKey, List<UUID>> answers) {
        this.answers = answers;
        this.people = people;
        this.ties = ties;
        this.engagements = engagements;
        this.questions = questions;
        this.actions = actions;
    }

    /** The lists of a day with figures; those that need the scoring service are missing while it does not answer. */
    List<HomeList> lists(HomeReader reader) {
        return Stream.of(thank(reader), owed(reader), introductions(reader), drifting(reader), cameBack(reader))
                .filter(Objects::nonNull)
                .toList();
    }

    private HomeList thank(HomeReader reader) {
        var since = reader.day().minusDays(WINDOW - 1);
        var filter = PeopleFilter.EVERYONE.withDays(new LastSeenFilter(since, null));
        var lines = list(reader, SuggestionKind.THANK, GIVING_MOST, filter, MAX_GIVERS)
                .filter(person -> returned(person.state()) > 0)
                .sorted(MOST_RETURNED)
                .flatMap(person -> deservesThanks(reader, person).stream())
                .limit(MAX_LINES)
                .toList();
        var all = link(reader).with("seenSince", since).with("sort", GIVING_MOST.format());
        return new HomeList("thank", text("home.thank"), lines, text("home.thank.none"), all.href());
    }

    /** The line of a giver who was not thanked in the window. */
    private Optional<HomeLine> deservesThanks(HomeReader reader, PersonInBrand person) {
        var thanked = lastThanked(reader, person);
        if (thanked != null && !thanked.isBefore(reader.day().minusDays(WINDOW - 1))) {
            return Optional.empty();
        }
        var reason = text(
                "home.gave",
                PageFormat.number(returned(person.state())),
                WINDOW,
                RelationshipSummary.of(person.state()),
                thanked == null ? text("home.never-thanked") : text("home.last-thanked", PageFormat.day(thanked)));
        return Optional.of(line(reader, SuggestionKind.THANK, person, reason, "?direction=INBOUND"));
    }

    /** The day of the latest thank-you; without a query if the contributions contain none. */
    private @Nullable LocalDate lastThanked(HomeReader reader, PersonInBrand person) {
        var contributions = person.state().contributions();
        if (!contributions.isEmpty()
                && contributions.stream()
                        .noneMatch(line ->
                                line.direction() == Direction.OUTBOUND && line.kind() == EngagementKind.THANKS)) {
            return null;
        }
        var end = reader.day().plusDays(1).atStartOfDay(reader.zone()).toInstant();
        var brand = reader.brand().brandKey();
        var query = new TimelineQuery(Direction.OUTBOUND, EngagementKind.THANKS, TimelinePosition.before(end), 1);
        return engagements.findTimeline(brand, person.known().handleKeys(brand), query).stream()
                .map(entry -> LocalDate.ofInstant(entry.occurredAt(), reader.zone()))
                .findFirst()
                .orElse(null);
    }

    private HomeList owed(HomeReader reader) {
        var brand = reader.brand().brandKey();
        var waiting = people.listOwed(brand, reader.asOf(), new OwedQuery(null, MAX_LINES));
        var asked = questions.find(brand, waiting);
        var lines = waiting.stream()
                .map(person -> waiting(reader, person, asked.get(person.state().person())))
                .toList();
        return new HomeList(
                "owed",
                text("home.owed"),
                lines,
                text("service.none"),
                new ListLink(reader.path() + "/service", link(reader).parameters()).href());
    }

    private HomeLine waiting(HomeReader reader, PersonInBrand person, @Nullable TimelineEntry question) {
        var since = Objects.requireNonNull(person.state().owedSince(), "A person who is owed a reply has a date since");
        var words = question == null ? null : question.details().text();
        return line(
                reader,
                null,
                person,
                waited(LocalDate.ofInstant(since, reader.zone()), reader.day()),
                "?direction=INBOUND",
                words == null ? null : PageText.line(words));
    }

    private static String waited(LocalDate asked, LocalDate asOf) {
        var days = ChronoUnit.DAYS.between(asked, asOf);
        return days < 1
                ? text("home.waits-today")
                : text("home.waits", PageFormat.counted(days, "day"), PageFormat.day(asked));
    }

    /** Clients who hardly know the brand, each with who could introduce it; null while the scoring service does not answer. */
    private @Nullable HomeList introductions(HomeReader reader) {
        var brand = reader.brand().brandKey();
        var limit = MAX_LINES + reader.hidden().count(SuggestionKind.INTRODUCE);
        try {
            var lines = ties.introductions(brand, reader.asOf(), limit).stream()
                    .filter(named -> !reader.hidden()
                            .contains(SuggestionKind.INTRODUCE, named.person().known()))
                    .limit(MAX_LINES)
                    .map(named -> introduction(reader, named))
                    .toList();
            var all = link(reader).with("client", true).with("sort", "strength");
            return new HomeList("introduce", text("home.introduce"), lines, text("home.introduce.none"), all.href());
        } catch (ProblemException e) {
            // The rest of the page does not depend on the scoring service.
            return null;
        }
    }

    private HomeLine introduction(HomeReader reader, NamedTie named) {
        var reason = text(
                "line.introduction",
                PersonName.of(named.other().known()),
                PageFormat.label(named.other().state().stage()),
                TieReason.of(named.tie(), PersonName.of(named.person().known())));
        return line(reader, SuggestionKind.INTRODUCE, named.person(), PageText.line(reason), "");
    }

    private HomeList drifting(HomeReader reader) {
        var all = Stream.of(true, false)
                .flatMap(isClient -> list(
                        reader,
                        SuggestionKind.DRIFTING,
                        PeopleSorting.STRONGEST,
                        PeopleFilter.EVERYONE.withFlags(new FlagFilter(true, null, isClient, null)),
                        MAX_LINES))
                .limit(MAX_LINES)
                .toList();
        return new HomeList(
                "drifting",
                text("home.drifting"),
                lines(all, person -> drifting(reader, person)),
                text("home.drifting.none"),
                link(reader).with("cooling", true).href());
    }

    private HomeLine drifting(HomeReader reader, PersonInBrand person) {
        var state = person.state();
        var touched = state.lastTouch();
        var reason = touched == null
                ? text("home.untouched")
                : text(
                        "home.cooled",
                        state.client() ? text("home.a-client") : text("home.at-stage", PageFormat.label(state.stage())),
                        PageFormat.day(touched),
                        PageFormat.number(state.warmth()));
        return line(reader, SuggestionKind.DRIFTING, person, reason, "");
    }

    /** Null while the scoring service does not answer, which counts who was seen in a window. */
    private @Nullable HomeList cameBack(HomeReader reader) {
        var brand = reader.brand().brandKey();
        var limit = MAX_LINES + reader.hidden().count(SuggestionKind.CAME_BACK);
        var answer = answers.find(new ReturnedKey(brand, reader.asOf(), limit), () -> findReturned(reader, limit));
        var value = answer.value();
        if (value == null && !answer.computing()) {
            return null;
        }
        var ids = value == null ? List.<UUID>of() : value;
        // Their names and relationships are read anew: who was erased since is not among them.
        var found = people.findAll(brand, reader.asOf(), ids).stream()
                .filter(person -> !reader.hidden().contains(SuggestionKind.CAME_BACK, person.known()))
                .sorted(Comparator.comparingInt(person -> place(ids, person)))
                .limit(MAX_LINES)
                .toList();
        return new HomeList(
                "back",
                text("home.came-back"),
                lines(found, person -> cameBack(reader, person)),
                value == null ? text("home.came-back.computing") : text("home.came-back.none", WINDOW),
                link(reader).with("seen", "revived").with("window", WINDOW).href());
    }

    private List<UUID> findReturned(HomeReader reader, int limit) {
        var filter = PeopleFilter.EVERYONE.withAttendance(new AttendanceFilter(Attendance.REVIVED, WINDOW));
        var query = new PeopleQuery(GIVING_MOST, filter, null, limit);
        return people.list(reader.brand().brandKey(), reader.asOf(), query).stream()
                .map(person -> person.state().person())
                .toList();
    }

    /** The place in the list; the last one of the survivor of a merge since. */
    private static int place(List<UUID> ids, PersonInBrand person) {
        var place = ids.indexOf(person.state().person());
        return place < 0 ? ids.size() : place;
    }

    private HomeLine cameBack(HomeReader reader, PersonInBrand person) {
        var reason = text("home.back", WINDOW, PageFormat.day(person.state().lastSeen()));
        return line(reader, SuggestionKind.CAME_BACK, person, reason, "?direction=INBOUND");
    }

    private static List<HomeLine> lines(List<PersonInBrand> people, Function<PersonInBrand, HomeLine> line) {
        return people.stream().map(line).toList();
    }

    /** The people of a list without those whose suggestion was dismissed; as many more are read. */
    private Stream<PersonInBrand> list(
            HomeReader reader, SuggestionKind kind, PeopleSorting sorting, PeopleFilter filter, int limit) {
        var query =
                new PeopleQuery(sorting, filter, null, limit + reader.hidden().count(kind));
        return people.list(reader.brand().brandKey(), reader.asOf(), query).stream()
                .filter(person -> !reader.hidden().contains(kind, person.known()));
    }

    private HomeLine line(
            HomeReader reader, SuggestionKind kind, PersonInBrand person, String reason, String evidence) {
        return line(reader, kind, person, reason, evidence, null);
    }

    /** @param kind of the suggestion; null if it cannot be dismissed here */
    private HomeLine line(
            HomeReader reader,
            @Nullable SuggestionKind kind,
            PersonInBrand person,
            String reason,
            String evidence,
            @Nullable String words) {
        var id = person.state().person();
        var day = BrandPageLink.asOf(reader.asOf(), evidence.isEmpty() ? "?" : "&");
        return new HomeLine(
                PageText.line(PersonName.of(person.known())),
                BrandPageLink.person(reader.path(), id, reader.asOf()),
                reason,
                reader.path() + "/people/" + id + evidence + day + "#timeline",
                words,
                person.state().client(),
                kind == null
                        ? null
                        : HiddenSuggestions.formPath(reader.path(), kind, id, reader.asOf(), reader.caller()),
                actions.create(reader.brand(), person.known(), reader.asOf(), reader.caller(), reader.path()));
    }

    private static ListLink link(HomeReader reader) {
        return ListLink.people(reader.path())
                .with("asOf", reader.asOf().earlierDay().orElse(null));
    }

    private static double returned(RelationshipScoreChanged state) {
        return RorSide.RETURNED.amount(state, WINDOW);
    }
}
