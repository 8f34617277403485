package io.rapport.ingest.config;

import io.rapport.ingest.domain.source.DeliveredRecords;
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
import io.rapport.ingest.source.mapped.JsonMappingSource;
import io.rapport.ingest.source.mastodon.MastodonSource;
import io.rapport.ingest.source.meta.MetaSource;
import io.rapport.ingest.source.phone.PhoneSource;
import io.rapport.ingest.source.reddit.RedditSource;
import io.rapport.ingest.source.shop.ShopifySource;
import io.rapport.ingest.source.shop.StripeSource;
import io.rapport.ingest.source.shop.WooCommerceSource;
import io.rapport.ingest.source.x.XSource;
import io.rapport.ingest.source.youtube.YouTubeSource;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sources that connections can use: one bean for each platform. */
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    @Bean
    SourceDefinition jsonSource() {
        return JsonMappingSource.definition();
    }

    @Bean
    SourceDefinition metaSource() {
        return MetaSource.definition();
    }

    @Bean
    SourceDefinition xSource() {
        return XSource.definition();
    }

    @Bean
    SourceDefinition linkedInSource() {
        return LinkedInSource.definition();
    }

    @Bean
    SourceDefinition mastodonSource() {
        return MastodonSource.definition();
    }

    @Bean
    SourceDefinition activityStreamsSource() {
        return ActivityStreamsSource.definition();
    }

    @Bean
    SourceDefinition blueskySource(DeliveredRecords records) {
        return BlueskySource.definition(records);
    }

    @Bean
    SourceDefinition gitHubSource() {
        return GitHubSource.definition();
    }

    @Bean
    SourceDefinition youTubeSource(Clock clock) {
        return YouTubeSource.definition(clock);
    }

    @Bean
    SourceDefinition cloudEventsSource() {
        return CloudEventsSource.definition();
    }

    @Bean
    SourceDefinition discourseSource() {
        return DiscourseSource.definition();
    }

    @Bean
    SourceDefinition chatwootSource() {
        return ChatwootSource.definition();
    }

    @Bean
    SourceDefinition redditSource() {
        return RedditSource.definition();
    }

    @Bean
    SourceDefinition shopifySource() {
        return ShopifySource.definition();
    }

    @Bean
    SourceDefinition wooCommerceSource() {
        return WooCommerceSource.definition();
    }

    @Bean
    SourceDefinition stripeSource() {
        return StripeSource.definition();
    }

    @Bean
    SourceDefinition emailSource() {
        return EmailSource.definition();
    }

    @Bean
    SourceDefinition wordPressSource() {
        return WordPressSource.definition();
    }

    @Bean
    SourceDefinition feedSource(Clock clock) {
        return FeedSource.definition(clock);
    }

    @Bean
    SourceDefinition webmentionSource() {
        return WebmentionSource.definition();
    }

    @Bean
    SourceDefinition calendarSource() {
        return CalendarSource.definition();
    }

    @Bean
    SourceDefinition phoneSource() {
        return PhoneSource.definition();
    }
}
