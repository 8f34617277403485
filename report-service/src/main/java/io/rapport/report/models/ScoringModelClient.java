package io.rapport.report.models;

import io.rapport.contracts.BrandKey;
import io.rapport.messaging.json.Json;
import io.rapport.report.remote.ServiceAnswer;
import io.rapport.report.remote.ServiceClient;
import io.rapport.web.problem.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Requests models and previews from the scoring service, with the token of the caller, who is named as the one who activated. */
public final class ScoringModelClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ServiceClient scoring;

    /**
     * A client; does not connect yet.
     *
     * @param base of the scoring service
     */
    public ScoringModelClient(URI base) {
        this.scoring = new ServiceClient(base, TIMEOUT, "The scoring service does not answer. Repeat the request.");
    }

    /** The models of a brand. */
    List<ModelAnswer> list(BrandKey brand, String token) {
        return read(scoring.get(brand, "/models", token), ModelAnswer.ModelListAnswer.class)
                .items();
    }

    /** The preview of a model; empty if none was requested, or one of another model later. */
    Optional<PreviewAnswer> findPreview(BrandKey brand, String version, String token) {
        var answer = scoring.get(brand, path(version) + "/preview", token);
        return answer.status() == HttpStatus.NOT_FOUND
                ? Optional.empty()
                : Optional.of(read(answer, PreviewAnswer.class));
    }

    /**
     * How many people have which strength on a day with a model: the number of people in each band of ten points, lowest first. Empty
     * if the scoring service is of a release that does not count them.
     */
    List<Long> countStrengths(BrandKey brand, String version, LocalDate asOf, String token) {
        var answer = scoring.get(brand, "/days/people?limit=1&asOf=" + asOf + "&model=" + version, token);
        return Objects.requireNonNullElse(read(answer, StrengthAnswer.class).strengths(), List.of());
    }

    /** A page of people as the scoring service returns it; the people themselves are not read. */
    private record StrengthAnswer(@Nullable List<Long> strengths) {}

    /** Requests a preview, which replaces any other one of the brand. */
    void requestPreview(BrandKey brand, String version, String token) {
        requireSuccess(scoring.post(brand, path(version) + "/preview", Map.of(), token));
    }

    /** Activates a model. */
    void activate(BrandKey brand, String version, String reason, String token) {
        Map<String, String> body = reason.isEmpty() ? Map.of() : Map.of("reason", reason);
        requireSuccess(scoring.post(brand, path(version) + "/activate", body, token));
    }

    private static String path(String version) {
        return "/models/" + version;
    }

    private static <T> T read(ServiceAnswer answer, Class<T> type) {
        requireSuccess(answer);
        return Json.mapper().readValue(answer.body(), type);
    }

    private static void requireSuccess(ServiceAnswer answer) {
        if (answer.status().isError()) {
            var body = answer.json();
            var type = body.path("type").asString("");
            throw Problem.of(
                            answer.status(),
                            type.substring(type.lastIndexOf(':') + 1),
                            body.path("title").asString(answer.status().getReasonPhrase()),
                            body.path("detail").asString(""))
                    .asException();
        }
    }
}
