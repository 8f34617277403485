package io.rapport.report.changes;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.change.ChangeFeed;
import io.rapport.report.domain.change.ChangePosition;
import io.rapport.web.auth.AccessCheck;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The changes of a brand's scores as they happen. */
@RestController
class ChangeController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String EXPIRED_EXAMPLE =
            "{\"type\": \"urn:rapport:problem:position-expired\", \"title\": \"The changes are"
                    + " not kept any more\", \"status\": 410, \"detail\": \"Leave Last-Event-ID out to begin now.\"}";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final BrandCatalogue catalogue;
    private final ChangeFeed feed;
    private final ChangeStreams streams;
    private final AccessCheck access;

    ChangeController(BrandCatalogue catalogue, ChangeFeed feed, ChangeStreams streams, AccessCheck access) {
        this.catalogue = catalogue;
        this.feed = feed;
        this.streams = streams;
        this.access = access;
    }

    @Operation(
            summary = "The changes of the brand's scores as server-sent events",
            description =
                    "From now on, or from the event in Last-Event-ID on, as far back as the topics hold it (30 days). The types are"
                            + " those of webhooks. A comment is sent when nothing happens. A stream ends after 15 minutes, and the client"
                            + " connects again; it also ends when the token is revoked.")
    @Parameter(
            in = ParameterIn.HEADER,
            name = LAST_EVENT_ID,
            description = "the id of the last event that was received",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = String.class)))
    @ApiResponse(
            responseCode = "410",
            description = "The changes after Last-Event-ID are not kept any more.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem"),
                            examples = @ExampleObject(EXPIRED_EXAMPLE)))
    @GetMapping("/v1/agencies/{agency}/brands/{brand}/changes")
    void changes(
            BrandKey brand,
            @Parameter(hidden = true) @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String last,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        catalogue.require(brand);
        var from = orUnavailable(() -> last == null || last.isEmpty() ? feed.end() : resumed(last));
        var token = caller.agency() + "/" + caller.name();
        var permitted = access.of(request);
        if (!streams.tryOpen(token)) {
            throw tooMany();
        }
        begin(response);
        var async = request.startAsync(request, response);
        async.setTimeout(0);
        var out = response.getOutputStream();
        streams.start(
                token,
                brand,
                from,
                text -> {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                },
                () -> permitted.getAsBoolean() && catalogue.find(brand) != null,
                async::complete);
    }

    private static void begin(HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Proxies in front must not collect what is sent.
        response.setHeader("X-Accel-Buffering", "no");
    }

    private ChangePosition resumed(String last) {
        var position = ChangePosition.parse(last).orElseThrow(ChangeController::foreign);
        return switch (feed.check(position)) {
            case READABLE -> position;
            case FOREIGN -> throw foreign();
            case EXPIRED -> throw expired();
        };
    }

    private static RuntimeException foreign() {
        return Problem.invalid(
                        LAST_EVENT_ID,
                        "Last-Event-ID is no position of this installation. Leave it out to begin now, and read the current"
                                + " figures first.")
                .asException();
    }

    private static RuntimeException expired() {
        return Problem.of(
                        HttpStatus.GONE,
                        "position-expired",
                        "The changes are not kept any more",
                        "Changes after Last-Event-ID were deleted. Leave it out to begin now, and read the current figures first.")
                .asException();
    }

    private static RuntimeException tooMany() {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-streams",
                        "Too many streams are open",
                        "Close one of the streams of this token, or wait until one ends.")
                .asException()
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(ChangeStreams.retryAfter().toSeconds()));
    }

    private static <T> T orUnavailable(Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalStateException e) {
            throw Problem.unavailable("Kafka does not answer. Send the same request again.", RETRY_AFTER);
        }
    }
}
