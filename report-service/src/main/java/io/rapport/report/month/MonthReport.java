package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.score.RollingRor;
import io.rapport.report.days.PeriodQuery;
import io.rapport.report.days.PeriodReport;
import io.rapport.report.days.PeriodReport.Period;
import io.rapport.report.domain.SafeLink;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.staff.StaffFigures;
import io.rapport.report.domain.staff.StaffShare;
import io.rapport.report.domain.story.StoryService;
import io.rapport.report.goal.GoalHandler;
import io.rapport.report.month.view.MonthClient;
import io.rapport.report.month.view.MonthPerson;
import io.rapport.report.month.view.MonthStaff;
import io.rapport.report.month.view.MonthThanked;
import io.rapport.report.month.view.MonthView;
import io.rapport.report.month.view.MonthViewBuilder;
import io.rapport.web.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles the month of a brand from the figures and lists of the scoring service, names, and engagements. */
public final class MonthReport implements AutoCloseable {

    private static final int MAX_PEOPLE = 50;
    private static final int MAX_POSTS = 10;
    private static final int MAX_STORIES = 100;
    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    private final Optional<PeriodReport> periods;
    private final PersonDirectory directory;
    private final ContentReport contents;
    private final MonthEvidenceReader evidences;
    private final StoryService stories;
    private final GoalHandler goals;
    private final MonthTies ties;
    private final MonthConversions conversions;
    private final ParallelReads reads = new ParallelReads();

    /**
     * A report on these sources.
     *
     * @param periods empty without a scoring service: months then fail with 503
     */
    public MonthReport(
            Optional<PeriodReport> periods,
            PersonDirectory directory,
            ContentReport contents,
            MonthEvidenceReader evidences,
            StoryService stories,
            GoalHandler goals,
            MonthTies ties,
            MonthConversions conversions) {
        this.conversions = conversions;
        this.ties = ties;
        this.stories = stories;
        this.goals = goals;
        this.periods = periods;
        this.directory = directory;
        this.contents = contents;
        this.evidences = evidences;
    }

    @Override
    public void close() {
        reads.close();
    }

    MonthView compile(BrandRegistered registered, MonthScope scope) {
        var brand = registered.brandKey();
        var outbound = reads.begin(() -> evidences.outbound(brand, scope));
        var bought = reads.begin(() -> conversions.findBuyers(brand, scope));
        var thanked = ThankedPeople.of(brand, scope, evidences.thanks(brand, scope), directory);
        var now = find(brand, scope, thanked);
        var written = stories.findInDays(brand, scope.first(), scope.last(), MAX_STORIES);
        var people = MonthPeople.of(
                brand,
                now.lists(),
                Stream.concat(thanked.people().stream(), written.stream().map(StoryService.ToldStory::person))
                        .toList(),
                directory);
        var lines = new MonthLineMapper(brand, scope);
        var conversion = reads.begin(() -> conversions.compare(brand, scope, bought.get(), people));
        var evidence = evidences.read(brand, scope, people, outbound, reads);
        var lists = lists(scope, people, evidence, thanked.lines(now.ranges(), people, lines), lines);
        var became = MonthConversions.lines(conversion.get(), bought.get().count(), lines);
        var counts = counts(people, lists, became);
        return MonthViewBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .name(registered.name())
                .month(scope.month())
                .from(scope.first())
                .asOf(scope.last())
                .complete(scope.complete())
                .window(now.figures().window())
                .modelVersion(now.modelVersion())
                .summary(MonthSummary.sentences(registered.name(), scope.complete(), now.figures(), counts))
                .people(lists)
                .counts(counts)
                .introductions(ties.introductions(brand, scope, people, lines))
                .referrals(ties.referrals(brand, scope, lines))
                .becameClients(became.becameClients())
                .candidates(became.candidates())
                .clients(clients(people, evidence, lines))
                .staff(staff(people, evidence, lines))
                .notifications(notifications(now.figures(), people, lines))
                .word(word(now, people, evidence, lines))
                .content(contents.isKnown(scope.asOf()) ? posts(brand, scope) : null)
                .value(now.value())
                .service(now.service())
                .goals(goals.progress(
                        brand, now.figures(), now.service(), scope.asOf().current()))
                .stories(written.stream()
                        .map(each -> lines.story(people.known(each.person()), each.story()))
                        .toList())
                .figures(new MonthView.MonthFigures(now.figures(), now.compared()))
                .build();
    }

    private Period find(BrandKey brand, MonthScope scope, ThankedPeople thanked) {
        return periods()
                .find(
                        brand,
                        new PeriodQuery(
                                scope.first(),
                                scope.last(),
                                firstBefore(scope),
                                compared(scope.before()),
                                MonthList.queries(),
                                thanked.ranges()));
    }

    private static PeriodQuery.@Nullable ComparedQuery compared(@Nullable MonthScope before) {
        return before == null
                ? null
                : new PeriodQuery.ComparedQuery(before.first(), before.last(), firstBefore(before));
    }

    private static LocalDate firstBefore(MonthScope scope) {
        return scope.month().minusMonths(1).atDay(1);
    }

    private PeriodReport periods() {
        return periods.orElseThrow(() -> Problem.unavailable(
                "A month is answered by the scoring service: set RAPPORT_SCORING_URL.", RETRY_AFTER));
    }

    private static MonthView.MonthLists lists(
            MonthScope scope,
            MonthPeople people,
            MonthEvidence evidence,
            List<MonthThanked> thanked,
            MonthLineMapper lines) {
        var start = scope.days().start();
        return new MonthView.MonthLists(
                Stream.concat(
                                people.of(MonthList.NEW).stream().map(lines::newcomer),
                                people.of(MonthList.RETURNING).stream().map(lines::returning))
                        .limit(MAX_PEOPLE)
                        .toList(),
                people.of(MonthList.REVIVED).stream().map(lines::cameBack).toList(),
                Stream.of(MonthList.LAPSED_CLIENTS, MonthList.LAPSED_OTHERS)
                        .flatMap(list -> people.of(list).stream())
                        .limit(MAX_PEOPLE)
                        .map(lines::wentQuiet)
                        .toList(),
                people.of(MonthList.GIVERS).stream()
                        .filter(person -> !isSince(evidence.lastThanks(person.known()), start))
                        .map(person -> lines.deservesThanks(person, evidence.lastThanks(person.known())))
                        .toList(),
                thanked,
                people.of(MonthList.OWED).stream()
                        .map(person -> lines.owed(person, evidence.question(person)))
                        .toList(),
                people.of(MonthList.ADVOCATES).stream()
                        .map(person -> lines.advocate(person, evidence.lastWords(person.known())))
                        .toList());
    }

    private static boolean isSince(@Nullable Instant time, Instant start) {
        return time != null && !time.isBefore(start);
    }

    private static Map<String, Long> counts(
            MonthPeople people, MonthView.MonthLists lists, MonthConversions.MonthBuyers buyers) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("attention", people.count(MonthList.NEW) + people.count(MonthList.RETURNING));
        counts.put("cameBack", people.count(MonthList.REVIVED));
        counts.put("wentQuiet", people.count(MonthList.LAPSED_CLIENTS) + people.count(MonthList.LAPSED_OTHERS));
        counts.put("deservesThanks", (long) lists.deservesThanks().size());
        counts.put("thanked", (long) lists.thanked().size());
        counts.put("owed", people.count(MonthList.OWED));
        counts.put("advocates", people.count(MonthList.ADVOCATES));
        counts.put("becameClients", buyers.count());
        counts.put("candidates", (long) buyers.candidates().size());
        counts.put("clients", people.count(MonthList.CLIENTS));
        counts.put("captive", people.count(MonthList.CAPTIVE));
        counts.put("random", people.count(MonthList.RANDOM));
        counts.put("good", people.count(MonthList.POSITIVE));
        counts.put("bad", people.count(MonthList.NEGATIVE));
        return counts;
    }

    private static List<MonthClient> clients(MonthPeople people, MonthEvidence evidence, MonthLineMapper lines) {
        return people.of(MonthList.CLIENTS).stream()
                .map(person -> lines.client(person, evidence))
                .sorted(Comparator.comparing(client -> !client.neglected()))
                .toList();
    }

    private static List<MonthStaff> staff(MonthPeople people, MonthEvidence evidence, MonthLineMapper lines) {
        var holders = new LinkedHashMap<UUID, List<StaffShare>>();
        people.of(MonthList.CLIENTS)
                .forEach(client -> holders.put(client.state().person(), evidence.holders(client.known())));
        return StaffFigures.of(evidence.outbound(), holders).members().stream()
                .map(member -> lines.staff(member, people::known))
                .toList();
    }

    private static MonthView.NotificationSources notifications(
            RollingRor figures, MonthPeople people, MonthLineMapper lines) {
        return new MonthView.NotificationSources(
                figures.captiveShare(),
                figures.captiveNotificationShare(),
                people.of(MonthList.CAPTIVE).stream().map(lines::captive).toList(),
                people.of(MonthList.RANDOM).stream().map(lines::random).toList());
    }

    private static MonthView.MonthWord word(
            Period now, MonthPeople people, MonthEvidence evidence, MonthLineMapper lines) {
        return new MonthView.MonthWord(
                now.spread(),
                messages(people.of(MonthList.POSITIVE), true, evidence, lines),
                messages(people.of(MonthList.NEGATIVE), false, evidence, lines));
    }

    private static List<MonthPerson> messages(
            List<PersonInBrand> people, boolean positive, MonthEvidence evidence, MonthLineMapper lines) {
        return people.stream()
                .flatMap(person -> evidence.strongest(person.known(), positive).stream()
                        .map(entry -> lines.message(person, entry)))
                .toList();
    }

    private List<MonthView.MonthPost> posts(BrandKey brand, MonthScope scope) {
        var posts = contents.find(brand, scope.asOf(), null).posts().stream()
                .filter(post -> post.figures().resonance() != null)
                .filter(post -> scope.days().contains(post.figures().postedAt()))
                .limit(MAX_POSTS)
                .toList();
        var texts = contents.findTexts(brand, posts);
        return posts.stream()
                .map(post -> new MonthView.MonthPost(
                        post.channel(),
                        post.figures().post(),
                        scope.days().dayOf(post.figures().postedAt()),
                        texts.apply(post),
                        SafeLink.of(post.figures().url()),
                        post.figures().promotional(),
                        post.figures().resonance(),
                        post.figures().engagements()))
                .toList();
    }
}
