package io.rapport.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.blog.FeedSource;
import io.rapport.ingest.source.blog.WebmentionSource;
import io.rapport.ingest.source.blog.WordPressSource;
import io.rapport.ingest.source.calendar.CalendarSource;
import io.rapport.ingest.source.email.EmailSource;
import io.rapport.ingest.source.phone.PhoneSource;
import io.rapport.ingest.source.shop.ShopifySource;
import io.rapport.ingest.source.shop.StripeSource;
import io.rapport.ingest.source.shop.WooCommerceSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a few deliveries of each source of conversations, meetings and sales. Prints a table for each; totals are files,
 * engagements, withdrawals, ignored and refused events.
 */
class SampleDeliveriesTest {

    private static final Path DELIVERIES = Path.of("src/test/resources/deliveries");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static PayloadTable table(EngagementSource source, String account) {
        return table(source, account, Map.of(), Map.of(), Map.of());
    }

    private static PayloadTable table(
            EngagementSource source,
            String account,
            Map<String, Object> settings,
            Map<String, String> headers,
            Map<String, String> query) {
        var table = new PayloadTable(source.name());
        for (var file : files(source.name())) {
            var lists = new HashMap<String, List<String>>();
            headers.forEach((name, value) -> lists.put(name, List.of(value)));
            var payload = new SourcePayload(read(file), lists, query, "application/json");
            table.addFile(source.map(payload, new SourceSettings(Set.of(account), settings), NOW));
        }
        table.print();
        return table;
    }

    private static List<Path> files(String folder) {
        try (var files = Files.list(DELIVERIES.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void mailboxesCalendarsAndTelephones() {
        var email = table(new EmailSource(), "@acme.example");
        assertThat(email.totals()).containsExactly(5, 3, 0, 3, 0);
        assertThat(email.engagements()).containsOnly(Map.entry("INBOUND EMAIL", 1), Map.entry("OUTBOUND EMAIL", 2));
        assertThat(email.ignored()).containsOnlyKeys("mail.automatic", "mail.list", "mail.nested-too-deep");

        var calendar = table(new CalendarSource(), "@acme.example");
        assertThat(calendar.engagements())
                .containsOnly(Map.entry("INBOUND MEETING", 41), Map.entry("OUTBOUND MEETING", 41));
        assertThat(calendar.withdrawn()).containsEntry("INBOUND MEETING", 2);
        assertThat(calendar.refused()).containsOnlyKeys("/VEVENT/*/UID");

        var phone = table(new PhoneSource(), "+4722334455");
        assertThat(phone.totals()).containsExactly(1, 2, 0, 2, 1);
        assertThat(phone.refused()).containsOnlyKeys("/*/seconds");
    }

    @Test
    void blogs() {
        var comments = table(new WordPressSource(), "blog.example", Map.of("authors", List.of(4)), Map.of(), Map.of());
        assertThat(comments.totals()).containsExactly(1, 3, 1, 1, 0);
        assertThat(comments.engagements()).containsOnlyKeys("INBOUND COMMENT", "OUTBOUND REPLY", "INBOUND CITATION");

        var feeds = table(new FeedSource(), "acme.example", Map.of("names", List.of("Acme")), Map.of(), Map.of());
        assertThat(feeds.totals()).containsExactly(2, 2, 0, 1, 2);
        assertThat(feeds.engagements()).containsOnlyKeys("INBOUND CITATION", "INBOUND MENTION");

        var mentions = table(
                new WebmentionSource(),
                "acme.example",
                Map.of(),
                Map.of(),
                Map.of("source", "https://ann.example/1", "target", "https://acme.example/1", "status", "200"));
        assertThat(mentions.totals()).containsExactly(3, 2, 1, 0, 0);
        assertThat(mentions.engagements()).containsOnlyKeys("INBOUND REACTION", "INBOUND CITATION");
    }

    @Test
    void shops() {
        var shopify = table(
                new ShopifySource(),
                "acme.myshopify.com",
                Map.of(),
                Map.of("x-shopify-topic", "orders/updated", "x-shopify-shop-domain", "acme.myshopify.com"),
                Map.of());
        assertThat(shopify.totals()).containsExactly(5, 3, 1, 1, 1);

        var woo = table(
                new WooCommerceSource(),
                "shop.example",
                Map.of(),
                Map.of("x-wc-webhook-topic", "order.updated", "x-wc-webhook-source", "https://shop.example/"),
                Map.of());
        assertThat(woo.totals()).containsExactly(4, 3, 1, 1, 0);

        var stripe = table(new StripeSource(), "main");
        assertThat(stripe.totals()).containsExactly(4, 3, 0, 2, 0);
    }
}
