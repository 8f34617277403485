package io.rapport.web.openapi;

import io.rapport.contracts.access.Scope;
import io.rapport.messaging.json.Json;
import io.rapport.web.auth.AccessFailureHandler;
import io.rapport.web.auth.RequestAuthorizationManager;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The problems that every operation may respond with, as components of the document, each with an example. */
enum CommonResponse {
    BAD_REQUEST(
            "The path, a parameter, a header or the body does not fit.",
            Problem.invalid("limit", "'limit' is a number from 1 to 200.")),
    UNAUTHORIZED("The request has no valid token.", AccessFailureHandler.noToken()),
    FORBIDDEN(
            "The token lacks the scope that the operation needs.",
            RequestAuthorizationManager.lacking(Set.of(Scope.ADMIN))),
    NOT_FOUND("The resource does not exist, or belongs to another agency or brand.", Problem.notFound()),
    NOT_ACCEPTABLE(
            "The response has none of the media types of the header Accept.",
            Problem.notAcceptable("application/json")),
    CONTENT_TOO_LARGE("The body is too large.", Problem.tooLarge(1 << 20)),
    UNSUPPORTED_MEDIA_TYPE(
            "The body has another media type than the operation reads.",
            Problem.unsupportedMediaType("application/json")),
    TOO_MANY_REQUESTS(
            "More requests than are permitted. Send the same request again after the time in Retry-After.",
            Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "quota-exceeded",
                    "The agency's quota is used up",
                    "Nothing of this request was stored; send it again later.")),
    SERVICE_UNAVAILABLE(
            "Kafka or the store is unavailable, or the service is starting or busy. Send the same request again after the time"
                    + " in Retry-After.",
            Problem.unavailable("Tokens and brands are still being read. Send the same request again.", Duration.ZERO)
                    .problem());

    static final String MEDIA_TYPE = "application/problem+json";
    static final String SCHEMA = "Problem";

    private final String description;
    private final Problem example;

    CommonResponse(String description, Problem example) {
        this.description = description;
        this.example = example;
    }

    /** The name of the component. */
    String component() {
        return Problem.class.getSimpleName() + status();
    }

    String status() {
        return String.valueOf(example.status());
    }

    /** Adds a reference to the component to the responses of an operation, unless it declares its own or has no body to refuse. */
    void addTo(Operation operation) {
        var isAboutBody = this == CONTENT_TOO_LARGE || this == UNSUPPORTED_MEDIA_TYPE;
        if (!isAboutBody || operation.getRequestBody() != null) {
            operation
                    .getResponses()
                    .putIfAbsent(status(), new ApiResponse().$ref("#/components/responses/" + component()));
        }
    }

    ApiResponse describe() {
        var value = Json.mapper().convertValue(example, Map.class);
        var media = new MediaType()
                .schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA))
                .addExamples("problem", new Example().value(value));
        var response =
                new ApiResponse().description(description).content(new Content().addMediaType(MEDIA_TYPE, media));
        if (this == TOO_MANY_REQUESTS || this == SERVICE_UNAVAILABLE) {
            response.addHeaderObject(
                    HttpHeaders.RETRY_AFTER, new Header().description("seconds").schema(new IntegerSchema()));
        }
        return response;
    }
}
