package io.rapport.report.webhooks;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.contracts.secret.SecretUnreadableException;
import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.contracts.webhook.WebhookConfiguredBuilder;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.contracts.webhook.WebhookProgress;
import io.rapport.contracts.webhook.WebhookProgressBuilder;
import io.rapport.report.delivery.GuardedWebhookClient;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import io.rapport.report.domain.webhook.DeliveryAttempt;
import io.rapport.report.domain.webhook.DeliveryLog;
import io.rapport.report.domain.webhook.DeliveryQueue;
import io.rapport.report.domain.webhook.TopicPositionLookup;
import io.rapport.report.domain.webhook.WebhookEvent;
import io.rapport.report.domain.webhook.WebhookSecrets;
import io.rapport.report.domain.webhook.WebhookService;
import io.rapport.report.request.DecisionProblems;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.outbound.OutboundFailedException;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Checks requests to change webhooks, and carries them out. */
public final class WebhookHandler {

    private static final int MAX_WEBHOOKS = 50;
    private static final int MAX_URL = 2_000;
    private static final int MAX_COUNTED = 10_000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final WebhookService webhooks;
    private final WebhookSecrets secrets;
    private final DeliveryQueue queue;
    private final DeliveryLog log;
    private final TopicPositionLookup topics;
    private final GuardedWebhookClient client;
    private final BrandCatalogue brands;
    private final Duration rotation;
    private final Clock clock;

    /**
     * A handler.
     *
     * @param rotation how long the old secret signs beside a new one
     */
    public WebhookHandler(
            WebhookService webhooks,
            WebhookSecrets secrets,
            DeliveryQueue queue,
            DeliveryLog log,
            TopicPositionLookup topics,
            GuardedWebhookClient client,
            BrandCatalogue brands,
            Duration rotation,
            Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.queue = queue;
        this.log = log;
        this.topics = topics;
        this.client = client;
        this.brands = brands;
        this.rotation = rotation;
        this.clock = clock;
    }

    /** A webhook that was saved, and whether it is new. */
    record SavedWebhook(boolean created, WebhookView webhook) {}

    List<WebhookView> findAll(String agency) {
        return DecisionProblems.orProblem(() -> webhooks.findAll(agency)).stream()
                .map(each -> view(each, null))
                .toList();
    }

    WebhookView find(WebhookKey key) {
        return view(require(key), null);
    }

    List<DeliveryAttempt> attempts(WebhookKey key) {
        return log.find(require(key).webhookKey());
    }

    /** Creates a webhook with a secret, or changes the settings of one. */
    SavedWebhook save(WebhookKey key, WebhookRequest request, Caller caller) {
        var url = url(request);
        var chosen = brands(key.agency(), request);
        var events = events(request);
        var before = DecisionProblems.orProblem(() -> webhooks.find(key));
        if (before.isEmpty() && webhooks.findAll(key.agency()).size() >= MAX_WEBHOOKS) {
            throw DecisionProblems.of(DecisionRejection.TOO_MANY);
        }
        var secret = before.isPresent() ? null : orUnavailable(() -> secrets.create(key));
        var ends = orUnavailable(() -> topics.ends(WebhookEvent.ofTypes(events)));
        var saved = change(
                key,
                state -> WebhookConfiguredBuilder.builder(state)
                        .url(url)
                        .brands(chosen)
                        .events(events)
                        .secrets(secret == null ? state.secrets() : List.of(secret.encrypted()))
                        .oldSecretUntil(secret == null ? state.oldSecretUntil() : null)
                        .deleted(false)
                        .progress(progress(secret == null ? state.progress() : WebhookProgress.from(Map.of()), ends))
                        .by(caller.name())
                        .build());
        return new SavedWebhook(before.isEmpty(), view(saved, secret == null ? null : secret.text()));
    }

    /** Creates another secret. Deliveries are signed with the one before as well for a while. */
    WebhookView rotate(WebhookKey key, Caller caller) {
        require(key);
        var secret = orUnavailable(() -> secrets.create(key));
        var saved = change(
                key,
                state -> WebhookConfiguredBuilder.builder(state)
                        .secrets(WebhookSecrets.rotated(secret.encrypted(), state.secrets()))
                        .oldSecretUntil(now().plus(rotation))
                        .by(caller.name())
                        .build());
        return view(saved, secret.text());
    }

    /** Delivers again what happened since a time, as far as the topics hold it, and enables the webhook. */
    WebhookView replay(WebhookKey key, Instant since) {
        var events = WebhookEvent.ofTypes(require(key).events());
        var positions = orUnavailable(() -> topics.since(events, since));
        var saved = change(
                key,
                state -> WebhookConfiguredBuilder.builder(state)
                        .progress(WebhookProgress.from(positions))
                        .build());
        return view(saved, null);
    }

    /** Enables a webhook, and delivers from where it stopped. */
    WebhookView resume(WebhookKey key) {
        require(key);
        var saved = change(
                key,
                state -> WebhookConfiguredBuilder.builder(state)
                        .progress(WebhookProgress.from(state.progress().positions()))
                        .build());
        return view(saved, null);
    }

    void delete(WebhookKey key, Caller caller) {
        require(key);
        change(
                key,
                state -> WebhookConfiguredBuilder.builder(state)
                        .url("")
                        .brands(List.of())
                        .events(List.of())
                        .secrets(List.of())
                        .oldSecretUntil(null)
                        .deleted(true)
                        .progress(WebhookProgressBuilder.builder(WebhookProgress.from(Map.of()))
                                .catchingUp(false)
                                .build())
                        .by(caller.name())
                        .build());
        queue.clear(key);
        log.delete(key);
    }

    /** Positions that are known stay; new events are delivered from now on. */
    private static WebhookProgress progress(WebhookProgress before, Map<String, Long> ends) {
        var positions = new HashMap<>(ends);
        before.positions().forEach((partition, offset) -> positions.replace(partition, offset));
        return WebhookProgress.from(positions);
    }

    private WebhookConfigured change(WebhookKey key, UnaryOperator<WebhookConfigured> change) {
        return DecisionProblems.orProblem(() -> webhooks.save(key, now(), change));
    }

    private WebhookConfigured require(WebhookKey key) {
        return DecisionProblems.orProblem(() -> webhooks.find(key))
                .orElseThrow(() -> Problem.notFound().asException());
    }

    private WebhookView view(WebhookConfigured webhook, @Nullable String secret) {
        return WebhookView.of(webhook, queue.count(webhook.webhookKey(), MAX_COUNTED), secret);
    }

    private String url(WebhookRequest request) {
        var url = Objects.requireNonNullElse(request.url(), "").strip();
        if (url.isEmpty() || url.length() > MAX_URL) {
            throw Problem.invalid(
                            "url",
                            "url is the https address that events are posted to, of at most " + MAX_URL
                                    + " characters.")
                    .asException();
        }
        try {
            client.requireAllowed(url);
        } catch (OutboundFailedException e) {
            throw Problem.invalid("url", String.valueOf(e.getMessage())).asException();
        }
        return url;
    }

    private List<String> brands(String agency, WebhookRequest request) {
        var named = Objects.requireNonNullElse(request.brands(), List.<@Nullable String>of());
        for (var brand : named) {
            if (brand == null || !NameRules.isToken(brand) || brands.find(new BrandKey(agency, brand)) == null) {
                throw Problem.invalid(
                                "brands", "brands lists registered brands of the agency. '" + brand + "' is none.")
                        .asException();
            }
        }
        return named.stream().map(Objects::requireNonNull).distinct().sorted().toList();
    }

    private static List<String> events(WebhookRequest request) {
        var named = request.events();
        if (named == null) {
            return WebhookEvent.types();
        }
        if (named.isEmpty() || !WebhookEvent.types().containsAll(named)) {
            throw Problem.invalid(
                            "events", "events lists one or more of " + String.join(", ", WebhookEvent.types()) + ".")
                    .asException();
        }
        return named.stream().map(Objects::requireNonNull).distinct().sorted().toList();
    }

    private static <T> T orUnavailable(Supplier<T> action) {
        try {
            return action.get();
        } catch (SecretUnreadableException e) {
            throw noSecretsKey(e);
        } catch (IllegalStateException e) {
            throw Problem.unavailable("Kafka does not answer. Send the same request again.", RETRY_AFTER);
        }
    }

    private static ProblemException noSecretsKey(SecretUnreadableException e) {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "no-secrets-key",
                        "Secrets cannot be stored",
                        String.valueOf(e.getMessage()))
                .asException();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
