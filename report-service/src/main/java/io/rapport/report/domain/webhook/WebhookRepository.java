package io.rapport.report.domain.webhook;

import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.report.domain.decision.DecisionRepository;
import java.util.List;
import java.util.Optional;

/** Webhooks, deleted ones included, so that their versions continue. */
public interface WebhookRepository extends DecisionRepository<WebhookConfigured> {

    /** A webhook; empty if it was never configured. */
    Optional<WebhookConfigured> find(WebhookKey webhook);

    /** The webhooks of an agency. */
    List<WebhookConfigured> findAll(String agency);
}
