package io.rapport.report.days;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.messaging.json.Json;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.remote.ServiceAnswer;
import io.rapport.report.remote.ServiceClient;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Requests days from the scoring service. A problem that it answers is thrown as it is; a service that does not answer is
 * thrown as 503.
 */
public final class ScoringDaysClient {

    private static final String DAYS = "/days";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ServiceClient scoring;
    private final String token;

    /**
     * A client; does not connect yet.
     *
     * @param base of the scoring service
     * @param token may read every brand
     */
    public ScoringDaysClient(URI base, String token) {
        this.scoring = new ServiceClient(base, TIMEOUT, "The scoring service does not answer. Repeat the request.");
        this.token = token;
    }

    DayAnswers.DayRange range(BrandKey brand) {
        return get(brand, "", Map.of(), DayAnswers.DayRange.class);
    }

    /** As {@link #range}, without the first day, which costs a pass over the people after a change of a day up to it. */
    DayAnswers.DayRange rangeWithoutFirst(BrandKey brand) {
        return get(brand, "", Map.of("first", false), DayAnswers.DayRange.class);
    }

    /** A number that rises whenever anything before the brand's current day changes. */
    public long findHistory(BrandKey brand) {
        return rangeWithoutFirst(brand).history();
    }

    DayAnswers.FigureList figures(BrandKey brand, Collection<LocalDate> days, String parts) {
        return get(brand, "/figures", Map.of("days", join(days), "parts", parts), DayAnswers.FigureList.class);
    }

    /**
     * The latest posts on a day.
     *
     * @param channel null for the first 50 channels
     */
    public List<ContentReport.ChannelPost> findPosts(BrandKey brand, LocalDate day, @Nullable String channel) {
        Map<String, Object> query = channel == null ? Map.of("asOf", day) : Map.of("asOf", day, "channel", channel);
        return get(brand, "/content", query, DayAnswers.ContentOfDay.class).channels().stream()
                .flatMap(each -> each.posts().stream().map(post -> new ContentReport.ChannelPost(each.channel(), post)))
                .toList();
    }

    DayAnswers.PersonDays people(BrandKey brand, Map<String, Object> query) {
        return get(brand, "/people", query, DayAnswers.PersonDays.class);
    }

    /** A person on several days, in ascending order; days before the first engagement are left out. */
    public List<RelationshipScoreChanged> findPerson(BrandKey brand, UUID person, Collection<LocalDate> days) {
        var answer = person(brand, person, days);
        return answer.items().stream()
                .map(item -> item.toState(
                        brand, Objects.requireNonNull(item.asOf(), "Each item has a day"), answer.modelVersion(), 0))
                .toList();
    }

    DayAnswers.PersonDays person(BrandKey brand, UUID person, Collection<LocalDate> days) {
        return get(brand, "/people/" + person, Map.of("days", join(days)), DayAnswers.PersonDays.class);
    }

    DayAnswers.PersonDays lookUp(BrandKey brand, LocalDate asOf, Collection<UUID> people) {
        var body = new LinkedHashMap<String, Object>();
        body.put("people", people);
        body.put("asOf", asOf);
        return post(brand, "/people/lookup", body, DayAnswers.PersonDays.class);
    }

    /** The figures of a period and lists of its people. */
    PeriodFigures period(BrandKey brand, PeriodQuery query) {
        return post(brand, "/period", query, PeriodFigures.class);
    }

    private <T> T get(BrandKey brand, String path, Map<String, Object> query, Class<T> type) {
        var parameters = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encode(each.getValue().toString()))
                .collect(Collectors.joining("&"));
        var resource = parameters.isEmpty() ? path : path + "?" + parameters;
        return read(scoring.get(brand, DAYS + resource, token), type);
    }

    private <T> T post(BrandKey brand, String path, Object body, Class<T> type) {
        return read(scoring.post(brand, DAYS + path, body, token), type);
    }

    private static <T> T read(ServiceAnswer answer, Class<T> type) {
        if (answer.status().isError()) {
            throw problem(answer);
        }
        return Json.mapper().readValue(answer.body(), type);
    }

    private static ProblemException problem(ServiceAnswer answer) {
        var body = answer.json();
        var type = body.path("type").asString("");
        var problem = Problem.of(
                answer.status(),
                type.substring(type.lastIndexOf(':') + 1),
                body.path("title").asString(answer.status().getReasonPhrase()),
                body.path("detail").asString(""));
        for (var field : List.of("parameter", "first", "last")) {
            if (body.hasNonNull(field)) {
                problem = problem.with(field, body.path(field).asString());
            }
        }
        return problem.asException();
    }

    private static String join(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(","));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
