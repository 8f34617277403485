package io.rapport.report.days;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.Stage;
import io.rapport.report.days.DayAnswers.PersonDays;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleQuery.PeoplePosition;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.domain.people.RankedRelationship;
import io.rapport.report.domain.people.RelationshipRepository;
import io.rapport.report.domain.people.RorSide;
import io.rapport.web.paging.Cursor;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Relationships on any day: those of the current day as they were published, those of earlier days, and the people that the
 * figures of a window count, from the ledgers.
 */
public final class LedgerRelationships implements RelationshipRepository {

    private static final int DEFAULT_WINDOW = 30;
    private static final int MAX_PAGE = 500;
    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);
    private static final String LONGEST_WAITING = "owedSince";
    private static final int MAX_COUNTS = 1_000;
    private static final Duration COUNTED = Duration.ofSeconds(10);

    private final RelationshipRepository published;
    private final @Nullable ScoringDaysClient client;

    /** Of the lists that were read a moment ago: a page reads its list, then asks for the count, which the same pass found. */
    private final Cache<CountKey, Long> counts = Caffeine.newBuilder()
            .maximumSize(MAX_COUNTS)
            .expireAfterWrite(COUNTED)
            .build();

    private record CountKey(BrandKey brand, Map<String, Object> parameters) {}

    /**
     * Relationships of these two sources.
     *
     * @param client null without a scoring service: earlier days are answered as they were published, and a filter by what the
     *     figures of a window count fails with 503
     */
    public LedgerRelationships(RelationshipRepository published, @Nullable ScoringDaysClient client) {
        this.published = published;
        this.client = client;
    }

    @Override
    public List<RelationshipScoreChanged> list(BrandKey brand, AsOfDay asOf, PeopleQuery query) {
        return listRanked(brand, asOf, query).stream()
                .map(RankedRelationship::state)
                .toList();
    }

    @Override
    public Optional<List<PeoplePosition>> findPositions(BrandKey brand, AsOfDay asOf, PeopleQuery query) {
        return isPublished(asOf, query) ? published.findPositions(brand, asOf, query) : Optional.empty();
    }

    @Override
    public List<RankedRelationship> listRanked(BrandKey brand, AsOfDay asOf, PeopleQuery query) {
        if (asOf.day() == null || isPublished(asOf, query)) {
            return published.listRanked(brand, asOf, query);
        }
        var sort = query.sorting().format();
        var after = query.after();
        var parameters = parameters(asOf.day(), query.filter());
        var counted = new CountKey(brand, Map.copyOf(parameters));
        parameters.put("sort", sort);
        var cursor = after == null
                ? null
                : Cursor.of(sort, after.value(), after.person()).encoded();
        return page(brand, asOf.day(), parameters, cursor, query.limit(), count -> counts.put(counted, count));
    }

    /**
     * One pass over the people of an earlier day, or for a filter by what the figures of a window count, unless a list of them was
     * read within ten seconds.
     */
    @Override
    public OptionalLong count(BrandKey brand, AsOfDay asOf, PeopleFilter filter) {
        if (isPublished(asOf) && filter.attendance() == null) {
            return published.count(brand, asOf, filter);
        }
        if (client == null) {
            return OptionalLong.empty();
        }
        var parameters = parameters(day(asOf), filter);
        var known = counts.getIfPresent(new CountKey(brand, Map.copyOf(parameters)));
        if (known != null) {
            return OptionalLong.of(known);
        }
        parameters.put("limit", 1);
        try {
            var count = client.people(brand, parameters).count();
            return count == null ? OptionalLong.empty() : OptionalLong.of(count);
        } catch (ProblemException e) {
            // A list is complete without its count.
            return OptionalLong.empty();
        }
    }

    /** The place of the first person who is not stronger: one pass over the people of an earlier day. */
    @Override
    public OptionalInt findPlace(BrandKey brand, AsOfDay asOf, double strength) {
        if (isPublished(asOf)) {
            return OptionalInt.empty();
        }
        var sort = PeopleSorting.STRONGEST.format();
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("asOf", day(asOf));
        parameters.put("sort", sort);
        var cursor = Cursor.of(sort, Math.nextUp(strength), new UUID(-1, -1)).encoded();
        return page(brand, day(asOf), parameters, cursor, 1).stream()
                .map(RankedRelationship::top)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    @Override
    public Optional<RelationshipScoreChanged> find(BrandKey brand, AsOfDay asOf, UUID person) {
        if (isPublished(asOf)) {
            return published.find(brand, asOf, person);
        }
        var day = day(asOf);
        try {
            return states(brand, day, DEFAULT_WINDOW, scoring().person(brand, person, List.of(day))).stream()
                    .findFirst();
        } catch (ProblemException e) {
            if (e.problem().status() == HttpStatus.NOT_FOUND.value()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<RelationshipScoreChanged> findAll(BrandKey brand, AsOfDay asOf, Collection<UUID> people) {
        if (isPublished(asOf) || people.isEmpty()) {
            return published.findAll(brand, asOf, people);
        }
        var ids = List.copyOf(people);
        var found = new ArrayList<RelationshipScoreChanged>();
        for (var from = 0; from < ids.size(); from += MAX_PAGE) {
            var some = ids.subList(from, Math.min(ids.size(), from + MAX_PAGE));
            found.addAll(states(brand, day(asOf), DEFAULT_WINDOW, scoring().lookUp(brand, day(asOf), some)));
        }
        return found;
    }

    @Override
    public List<RelationshipScoreChanged> findTop(BrandKey brand, AsOfDay asOf, TopQuery query) {
        if (isPublished(asOf)) {
            return published.findTop(brand, asOf, query);
        }
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("asOf", day(asOf));
        parameters.put("window", query.window());
        var sort = query.side() == RorSide.RETURNED ? "-returned" : "-invested";
        parameters.put("sort", sort);
        var after = query.after();
        var cursor = after == null
                ? null
                : Cursor.of(sort, after.value(), after.person()).encoded();
        return page(brand, day(asOf), parameters, cursor, query.limit()).stream()
                .map(RankedRelationship::state)
                .filter(state -> state.windows().stream()
                                .mapToDouble(query.side()::amount)
                                .sum()
                        > 0)
                .toList();
    }

    @Override
    public List<RelationshipScoreChanged> findOwed(BrandKey brand, AsOfDay asOf, OwedQuery query) {
        if (isPublished(asOf)) {
            return published.findOwed(brand, asOf, query);
        }
        var after = query.after();
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("asOf", day(asOf));
        parameters.put("owed", true);
        parameters.put("sort", LONGEST_WAITING);
        var cursor = after == null
                ? null
                : Cursor.of(LONGEST_WAITING, after.since().toEpochMilli(), after.person())
                        .encoded();
        return page(brand, day(asOf), parameters, cursor, query.limit()).stream()
                .map(RankedRelationship::state)
                .toList();
    }

    @Override
    public void saveCurrent(Collection<RelationshipScoreChanged> states) {
        published.saveCurrent(states);
    }

    @Override
    public long deleteCurrent(BrandKey brand, Collection<UUID> people) {
        return published.deleteCurrent(brand, people);
    }

    @Override
    public void saveHistory(Collection<RelationshipScoreChanged> changes) {
        published.saveHistory(changes);
    }

    @Override
    public long deleteHistory(BrandKey brand, Collection<UUID> people) {
        return published.deleteHistory(brand, people);
    }

    @Override
    public void forEachInHistory(BrandKey brand, UUID person, Consumer<RelationshipScoreChanged> each) {
        published.forEachInHistory(brand, person, each);
    }

    private boolean isPublished(AsOfDay asOf, PeopleQuery query) {
        return isPublished(asOf) && query.filter().attendance() == null;
    }

    private boolean isPublished(AsOfDay asOf) {
        return asOf.current() || client == null;
    }

    private ScoringDaysClient scoring() {
        if (client == null) {
            throw Problem.unavailable("seen is answered by the scoring service: set RAPPORT_SCORING_URL.", RETRY_AFTER);
        }
        return client;
    }

    private List<RankedRelationship> page(
            BrandKey brand, LocalDate day, Map<String, Object> parameters, @Nullable String cursor, int limit) {
        return page(brand, day, parameters, cursor, limit, count -> {});
    }

    /** @param counted receives the number of people on all pages */
    private List<RankedRelationship> page(
            BrandKey brand,
            LocalDate day,
            Map<String, Object> parameters,
            @Nullable String cursor,
            int limit,
            LongConsumer counted) {
        var states = new ArrayList<RankedRelationship>();
        var next = cursor;
        do {
            var query = new LinkedHashMap<>(parameters);
            query.put("limit", Math.min(MAX_PAGE, limit - states.size()));
            if (next != null) {
                query.put("cursor", next);
            }
            var page = scoring().people(brand, query);
            if (page.count() != null) {
                counted.accept(page.count());
            }
            var window = (Integer) parameters.getOrDefault("window", DEFAULT_WINDOW);
            page.items().stream()
                    .map(item ->
                            new RankedRelationship(item.toState(brand, day, page.modelVersion(), window), item.top()))
                    .forEach(states::add);
            next = page.next();
        } while (next != null && states.size() < limit);
        return states;
    }

    private static Map<String, Object> parameters(LocalDate day, PeopleFilter filter) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("asOf", day);
        if (!filter.stages().isEmpty()) {
            parameters.put("stage", filter.stages().stream().map(Stage::name).collect(Collectors.joining(",")));
        }
        filter.warmth().forEach(warmth -> parameters.put("warmth", warmth));
        putIfPresent(parameters, "cooling", filter.flags().cooling());
        putIfPresent(parameters, "captive", filter.flags().captive());
        putIfPresent(parameters, "client", filter.flags().client());
        putIfPresent(parameters, "owed", filter.flags().owed());
        putIfPresent(parameters, "seenSince", filter.days().since());
        putIfPresent(parameters, "notSeenSince", filter.days().notSince());
        var attendance = filter.attendance();
        if (attendance != null) {
            parameters.put("seen", attendance.attendance());
            parameters.put("window", attendance.window());
        }
        return parameters;
    }

    private static void putIfPresent(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static List<RelationshipScoreChanged> states(BrandKey brand, LocalDate day, int window, PersonDays from) {
        return from.items().stream()
                .map(item -> item.toState(brand, day, from.modelVersion(), window))
                .toList();
    }

    private static LocalDate day(AsOfDay asOf) {
        return Objects.requireNonNull(asOf.day(), "An earlier day is a date");
    }
}
