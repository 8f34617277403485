package io.rapport.report.domain.webhook;

import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.contracts.webhook.WebhookConfiguredBuilder;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.contracts.webhook.WebhookProgress;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Saves and finds webhooks. The store may be newer than the topic, and after a loss of the store the topic is. */
public final class WebhookService {

    private static final int MAX_ATTEMPTS = 5;

    private final WebhookRepository webhooks;
    private final WebhookDirectory published;
    private final DecisionRecorder<WebhookConfigured> recorder;

    /** A service on the repository, and the recorder of its states. */
    public WebhookService(
            WebhookRepository webhooks, WebhookDirectory published, DecisionRecorder<WebhookConfigured> recorder) {
        this.webhooks = webhooks;
        this.published = published;
        this.recorder = recorder;
    }

    /** A webhook; empty if it does not exist or was deleted. */
    public Optional<WebhookConfigured> find(WebhookKey webhook) {
        return newest(webhook).filter(each -> !each.deleted());
    }

    /** The webhooks of an agency, by name. */
    public List<WebhookConfigured> findAll(String agency) {
        recorder.requireReady();
        var newest = new TreeMap<String, WebhookConfigured>();
        Stream.concat(published.all().stream(), webhooks.findAll(agency).stream())
                .filter(each -> each.agency().equals(agency))
                .forEach(each -> newest.merge(each.webhook(), each, WebhookService::newer));
        return newest.values().stream().filter(each -> !each.deleted()).toList();
    }

    /** The published webhooks of all agencies to which events are delivered. */
    public Collection<WebhookConfigured> active() {
        return published.all().stream()
                .filter(WebhookConfigured::receivesEvents)
                .toList();
    }

    /**
     * Creates a webhook, or changes its settings or secrets.
     *
     * @param change of a state whose version and time are set already
     * @throws DecisionRejectedException with the reason
     */
    public WebhookConfigured save(WebhookKey webhook, Instant at, UnaryOperator<WebhookConfigured> change) {
        recorder.requireReady();
        for (var attempt = 1; ; attempt++) {
            var stored = newest(webhook);
            stored.ifPresent(each -> webhooks.saveNewer(List.of(each)));
            var next = change.apply(next(webhook, stored.orElse(null), at));
            try {
                recorder.saveAndPublish(next);
                return next;
            } catch (DecisionRejectedException e) {
                if (e.reason() != DecisionRejection.VERSION_CONFLICT || attempt == MAX_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Saves progress, unless the webhook was deleted meanwhile or its state does not fit any more; empty then. */
    public Optional<WebhookConfigured> saveProgress(
            WebhookKey webhook, Instant at, Predicate<WebhookConfigured> fits, UnaryOperator<WebhookProgress> change) {
        if (find(webhook).filter(fits).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(save(
                webhook,
                at,
                state -> state.deleted() || !fits.test(state)
                        ? state
                        : WebhookConfiguredBuilder.builder(state)
                                .progress(change.apply(state.progress()))
                                .build()));
    }

    private Optional<WebhookConfigured> newest(WebhookKey webhook) {
        recorder.requireReady();
        return Stream.concat(
                        published.all().stream()
                                .filter(each -> each.webhookKey().equals(webhook)),
                        webhooks.find(webhook).stream())
                .reduce(WebhookService::newer);
    }

    private static WebhookConfigured newer(WebhookConfigured one, WebhookConfigured other) {
        return other.version() > one.version() ? other : one;
    }

    private static WebhookConfigured next(WebhookKey webhook, @Nullable WebhookConfigured stored, Instant at) {
        var builder = stored == null
                ? WebhookConfiguredBuilder.builder()
                        .agency(webhook.agency())
                        .webhook(webhook.webhook())
                        .url("")
                        .brands(List.of())
                        .events(List.of())
                        .secrets(List.of())
                        .deleted(true)
                        .progress(WebhookProgress.from(Map.of()))
                        .by("")
                : WebhookConfiguredBuilder.builder(stored);
        return builder.version(stored == null ? 1 : stored.version() + 1).at(at).build();
    }
}
