package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.SafeLink;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleFilter.Attendance;
import io.rapport.report.domain.people.PeopleFilter.AttendanceFilter;
import io.rapport.report.domain.people.PeopleFilter.FlagFilter;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.people.RelationshipRepository.OwedQuery;
import io.rapport.report.page.BrandPageLink;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles the month of a brand from people, engagements and figures. */
final class MonthReport {

    /** The length of the windows of a month, in days. */
    static final int WINDOW = 30;

    private static final int MAX_PEOPLE = 50;
    private static final int MAX_CLIENTS = 500;
    private static final int MAX_GIVERS = 20;
    private static final int MAX_POSTS = 10;
    private static final UUID LAST = new UUID(-1, -1);
    private static final PeopleSorting GIVING_MOST = new PeopleSorting(PeopleOrder.THEY_TO_US, true);

    private final PeopleReport people;
    private final BrandReport figures;
    private final ContentReport contents;
    private final EngagementRepository engagements;

    MonthReport(PeopleReport people, BrandReport figures, ContentReport contents, EngagementRepository engagements) {
        this.people = people;
        this.figures = figures;
        this.contents = contents;
        this.engagements = engagements;
    }

    MonthView compile(BrandRegistered registered, MonthScope scope) {
        var brand = registered.brandKey();
        var asOf = scope.asOf();
        var lines = new MonthLineMapper(BrandPageLink.path(brand.agency(), brand.brand()), asOf);
        var now = figures.findRor(brand, asOf, WINDOW);
        var before = scope.before() == null ? null : figures.findRor(brand, scope.before(), WINDOW);
        var lists = lists(registered, scope, lines);
        var captive = filtered(brand, scope, GIVING_MOST, everyone().withFlags(flags(true, null)), MAX_GIVERS);
        var day = Objects.requireNonNull(asOf.day(), "A month has a day");
        return new MonthView(
                brand.agency(),
                brand.brand(),
                registered.name(),
                scope.month(),
                day,
                scope.complete(),
                WINDOW,
                MonthSummary.sentences(registered.name(), now, lists),
                lists,
                clients(brand, scope, lines),
                new MonthView.NotificationSources(
                        now.captiveShare(),
                        now.captiveNotificationShare(),
                        captive.stream().map(lines::captive).toList()),
                figures.spread(brand, asOf, WINDOW).figures(),
                asOf.current() ? posts(brand) : null,
                figures.value(brand, asOf, WINDOW).map(each -> each.streams()).orElse(List.of()),
                figures.service(brand, asOf, WINDOW).orElse(null),
                new MonthView.MonthFigures(now, before));
    }

    private MonthView.MonthLists lists(BrandRegistered registered, MonthScope scope, MonthLineMapper lines) {
        var brand = registered.brandKey();
        var attention = new ArrayList<MonthPerson>();
        attended(brand, scope, Attendance.NEW).forEach(person -> attention.add(lines.newcomer(person)));
        attended(brand, scope, Attendance.RETURNING).stream()
                .limit(MAX_PEOPLE - attention.size())
                .forEach(person -> attention.add(lines.returning(person)));
        var givers = givers(registered, scope);
        return new MonthView.MonthLists(
                List.copyOf(attention),
                attended(brand, scope, Attendance.REVIVED).stream()
                        .map(lines::cameBack)
                        .toList(),
                attended(brand, scope, Attendance.LAPSED).stream()
                        .sorted(Comparator.comparing(person -> !person.state().client()))
                        .map(lines::wentQuiet)
                        .toList(),
                givers.stream()
                        .filter(each -> !each.thankedInWindow())
                        .map(each -> lines.deservesThanks(each.person(), each.thanked()))
                        .toList(),
                givers.stream()
                        .filter(Giver::thankedInWindow)
                        .flatMap(each ->
                                Stream.ofNullable(each.thanked()).map(thanked -> lines.thanked(each.person(), thanked)))
                        .toList(),
                owed(brand, scope, lines),
                advocates(registered, scope, lines));
    }

    /**
     * A person who gave much.
     *
     * @param thanked when they were thanked last; null if never
     */
    private record Giver(PersonInBrand person, @Nullable Instant thanked, boolean thankedInWindow) {}

    private List<Giver> givers(BrandRegistered registered, MonthScope scope) {
        var brand = registered.brandKey();
        var end = end(registered, scope);
        var begin = end.minus(Duration.ofDays(WINDOW));
        var seen = everyone().withAttendance(new AttendanceFilter(Attendance.ANY, WINDOW));
        return filtered(brand, scope, GIVING_MOST, seen, MAX_GIVERS).stream()
                .map(person -> {
                    var thanked = latest(brand, person, Direction.OUTBOUND, EngagementKind.THANKS, end)
                            .map(TimelineEntry::occurredAt)
                            .orElse(null);
                    return new Giver(person, thanked, thanked != null && !thanked.isBefore(begin));
                })
                .toList();
    }

    private List<MonthPerson> owed(BrandKey brand, MonthScope scope, MonthLineMapper lines) {
        var waiting = people.listOwed(brand, scope.asOf(), new OwedQuery(null, MAX_PEOPLE));
        var handles = waiting.stream()
                .flatMap(person -> handles(brand, person).stream())
                .toList();
        var asked = waiting.stream()
                .map(person -> person.state().owedSince())
                .filter(Objects::nonNull)
                .toList();
        Map<HandleKey, Map<Instant, String>> questions = new HashMap<>();
        for (var entry : engagements.findInboundAt(brand, handles, asked)) {
            var text = entry.details().text();
            if (text != null) {
                questions
                        .computeIfAbsent(
                                new HandleKey(brand, entry.channel(), entry.handle()), handle -> new HashMap<>())
                        .putIfAbsent(entry.occurredAt(), text);
            }
        }
        return waiting.stream()
                .map(person -> lines.owed(person, question(brand, person, questions)))
                .toList();
    }

    private static @Nullable String question(
            BrandKey brand, PersonInBrand person, Map<HandleKey, Map<Instant, String>> questions) {
        return handles(brand, person).stream()
                .map(handle -> questions
                        .getOrDefault(handle, Map.of())
                        .get(person.state().owedSince()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<MonthPerson> advocates(BrandRegistered registered, MonthScope scope, MonthLineMapper lines) {
        var brand = registered.brandKey();
        var end = end(registered, scope);
        var advocates = everyone().withStages(Set.of(Stage.ADVOCATE));
        return filtered(brand, scope, PeopleSorting.STRONGEST, advocates, MAX_GIVERS).stream()
                .map(person -> lines.advocate(
                        person,
                        latest(brand, person, Direction.INBOUND, null, end)
                                .map(entry -> entry.details().text())
                                .orElse(null)))
                .toList();
    }

    private List<MonthClient> clients(BrandKey brand, MonthScope scope, MonthLineMapper lines) {
        var clients = everyone().withFlags(flags(null, true));
        return filtered(brand, scope, PeopleSorting.STRONGEST, clients, MAX_CLIENTS).stream()
                .map(lines::client)
                .sorted(Comparator.comparing(client -> !client.neglected()))
                .toList();
    }

    private List<MonthView.MonthPost> posts(BrandKey brand) {
        return contents.find(brand, null).posts().stream()
                .filter(post -> post.figures().resonance() != null)
                .limit(MAX_POSTS)
                .map(post -> new MonthView.MonthPost(
                        post.channel(),
                        post.figures().post(),
                        SafeLink.of(post.figures().url()),
                        post.figures().promotional(),
                        post.figures().resonance(),
                        post.figures().engagements()))
                .toList();
    }

    private List<PersonInBrand> attended(BrandKey brand, MonthScope scope, Attendance attendance) {
        var filter = everyone().withAttendance(new AttendanceFilter(attendance, WINDOW));
        return filtered(brand, scope, PeopleSorting.STRONGEST, filter, MAX_PEOPLE);
    }

    private List<PersonInBrand> filtered(
            BrandKey brand, MonthScope scope, PeopleSorting sorting, PeopleFilter filter, int limit) {
        return people.list(brand, scope.asOf(), new PeopleQuery(sorting, filter, null, limit));
    }

    /** The latest engagement of a person before an instant. */
    private Optional<TimelineEntry> latest(
            BrandKey brand, PersonInBrand person, Direction direction, @Nullable EngagementKind kind, Instant before) {
        var position = new TimelineQuery.TimelinePosition(before, LAST);
        return engagements
                .findTimeline(brand, handles(brand, person), new TimelineQuery(direction, kind, position, 1))
                .stream()
                .findFirst();
    }

    private static List<HandleKey> handles(BrandKey brand, PersonInBrand person) {
        return person.known().handles().stream()
                .map(handle -> new HandleKey(brand, handle.channel(), handle.id()))
                .toList();
    }

    private static Instant end(BrandRegistered brand, MonthScope scope) {
        var day = Objects.requireNonNull(scope.asOf().day(), "A month has a day");
        return day.plusDays(1).atStartOfDay(ZoneId.of(brand.timeZone())).toInstant();
    }

    private static PeopleFilter everyone() {
        return PeopleFilter.EVERYONE;
    }

    private static FlagFilter flags(@Nullable Boolean captive, @Nullable Boolean client) {
        return new FlagFilter(null, captive, client, null);
    }
}
