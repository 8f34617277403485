package io.rapport.report.delivery;

import io.rapport.report.domain.webhook.DeliveryLeaseRepository;
import io.rapport.report.domain.webhook.DeliveryLog;
import io.rapport.report.domain.webhook.DeliveryQueue;
import io.rapport.report.domain.webhook.QueueFiller;
import io.rapport.report.domain.webhook.WebhookSecrets;
import io.rapport.report.domain.webhook.WebhookService;

/** What deliveries are made with. */
public record DeliveryTools(
        WebhookService webhooks,
        DeliveryQueue queue,
        DeliveryLog log,
        DeliveryLeaseRepository leases,
        QueueFiller filler,
        WebhookSecrets secrets,
        WebhookClient client) {}
