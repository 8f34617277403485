package io.rapport.report.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.contracts.webhook.WebhookConfiguredBuilder;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.contracts.webhook.WebhookProgress;
import io.rapport.report.domain.decision.DecisionRecorder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookServiceTest {

    private static final WebhookKey CRM = new WebhookKey("north", "crm");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private final List<WebhookConfigured> published = new ArrayList<>();
    private final SavedWebhooks saved = new SavedWebhooks();
    private final WebhookService webhooks = new WebhookService(
            saved,
            new WebhookDirectory() {
                @Override
                public boolean isCaughtUp() {
                    return true;
                }

                @Override
                public Collection<WebhookConfigured> all() {
                    return published;
                }
            },
            new DecisionRecorder<>(() -> true, saved::saveNextVersion, each -> true));

    @Test
    void versionsContinueFromTheTopicAfterTheStoreWasLost() {
        published.add(webhook(7, false));
        assertThat(webhooks.find(CRM)).contains(webhook(7, false));

        var next = webhooks.save(CRM, AT, state -> state);

        assertThat(next.version()).isEqualTo(8);
        assertThat(webhooks.find(CRM)).contains(next);
        assertThat(webhooks.findAll("north")).containsExactly(next);
    }

    @Test
    void aChangeThatWasOvertakenIsAppliedToTheNewerState() {
        saved.saveNewer(List.of(webhook(1, false)));
        saved.overtakings = 2;
        var next = webhooks.save(
                CRM,
                AT,
                state -> WebhookConfiguredBuilder.builder(state).by("other").build());
        assertThat(next.version()).isEqualTo(4);
        assertThat(next.by()).isEqualTo("other");
    }

    @Test
    void aDeletedWebhookIsNotFoundAndItsVersionsContinue() {
        saved.saveNewer(List.of(webhook(3, true)));
        assertThat(webhooks.find(CRM)).isEmpty();
        assertThat(webhooks.findAll("north")).isEmpty();
        assertThat(webhooks.saveProgress(CRM, AT, any -> true, before -> before))
                .isEmpty();
        assertThat(webhooks.save(CRM, AT, state -> state).version()).isEqualTo(4);
    }

    private static WebhookConfigured webhook(long version, boolean deleted) {
        return new WebhookConfigured(
                "north",
                "crm",
                "https://crm.example/",
                List.of(),
                WebhookEvent.types(),
                List.of(),
                null,
                deleted,
                WebhookProgress.from(Map.of()),
                "deciding",
                version,
                AT);
    }

    /** Saves in memory; can be overtaken by another writer. */
    private static final class SavedWebhooks implements WebhookRepository {

        private final Map<WebhookKey, WebhookConfigured> byKey = new HashMap<>();
        private int overtakings;

        @Override
        public boolean saveNextVersion(WebhookConfigured next) {
            if (overtakings > 0) {
                overtakings--;
                byKey.put(next.webhookKey(), webhook(next.version(), false));
                return false;
            }
            var stored = find(next.webhookKey()).map(WebhookConfigured::version).orElse(0L);
            if (stored != next.version() - 1) {
                return false;
            }
            byKey.put(next.webhookKey(), next);
            return true;
        }

        @Override
        public void saveNewer(Collection<WebhookConfigured> published) {
            published.forEach(each -> byKey.merge(
                    each.webhookKey(), each, (one, other) -> other.version() > one.version() ? other : one));
        }

        @Override
        public Optional<WebhookConfigured> find(WebhookKey webhook) {
            return Optional.ofNullable(byKey.get(webhook));
        }

        @Override
        public List<WebhookConfigured> findAll(String agency) {
            return byKey.values().stream()
                    .filter(each -> each.agency().equals(agency))
                    .toList();
        }
    }
}
