package io.rapport.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.DeliveredRecords;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.source.activitystreams.ActivityStreamsSource;
import io.rapport.ingest.source.blog.FeedSource;
import io.rapport.ingest.source.blog.WebmentionSource;
import io.rapport.ingest.source.blog.WordPressSource;
import io.rapport.ingest.source.bluesky.BlueskySource;
import io.rapport.ingest.source.calendar.CalendarSource;
import io.rapport.ingest.source.chatwoot.ChatwootSource;
import io.rapport.ingest.source.cloudevents.CloudEventsSource;
import io.rapport.ingest.source.discourse.DiscourseSource;
import io.rapport.ingest.source.email.EmailSource;
import io.rapport.ingest.source.github.GitHubSource;
import io.rapport.ingest.source.linkedin.LinkedInSource;
import io.rapport.ingest.source.mastodon.MastodonSource;
import io.rapport.ingest.source.meta.MetaSource;
import io.rapport.ingest.source.phone.PhoneSource;
import io.rapport.ingest.source.reddit.RedditSource;
import io.rapport.ingest.source.shop.ShopifySource;
import io.rapport.ingest.source.shop.StripeSource;
import io.rapport.ingest.source.shop.WooCommerceSource;
import io.rapport.ingest.source.x.XSource;
import io.rapport.ingest.source.youtube.YouTubeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesDocumentTest {

    static final List<SourceDefinition> SOURCES = List.of(
            MetaSource.definition(),
            XSource.definition(),
            LinkedInSource.definition(),
            YouTubeSource.definition(Clock.systemUTC()),
            MastodonSource.definition(),
            ActivityStreamsSource.definition(),
            BlueskySource.definition(DeliveredRecords.NONE),
            GitHubSource.definition(),
            DiscourseSource.definition(),
            ChatwootSource.definition(),
            RedditSource.definition(),
            CloudEventsSource.definition(),
            ShopifySource.definition(),
            WooCommerceSource.definition(),
            StripeSource.definition(),
            EmailSource.definition(),
            WordPressSource.definition(),
            FeedSource.definition(Clock.systemUTC()),
            WebmentionSource.definition(),
            CalendarSource.definition(),
            PhoneSource.definition());

    @Test
    void eachSourceHasARowWithItsSecrets() throws IOException {
        var rows = Files.readAllLines(Path.of("../docs/sources.md"));

        for (var source : SOURCES) {
            assertThat(rows).as(source.name()).anyMatch(row -> row.startsWith("| `%s` (".formatted(source.name())));
            for (var secret : source.secrets()) {
                assertThat(rows)
                        .as(source.name() + " " + secret)
                        .anyMatch(row -> row.startsWith("| `%s` |".formatted(source.name()))
                                && row.contains("`" + secret + "`"));
            }
        }
    }

    @Test
    void namesAndSecretsAreUnique() {
        assertThat(new SourceCatalogue(SOURCES).all()).hasSize(SOURCES.size());
        assertThat(SOURCES)
                .allMatch(source -> source.secrets().stream().distinct().count()
                        == source.secrets().size());
    }

    @Test
    void whatPushesSaysWhereTo() {
        assertThat(SOURCES)
                .allMatch(source ->
                        source.verifier() == null || source.steps().stream().anyMatch(step -> step.contains("{hook}")));
    }
}
