package io.rapport.ingest.source.youtube;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.time.Clock;
import java.util.List;

/** Maps comment threads and comments of the Data API, and Atom feeds of uploads. Accounts are ids of channels. */
public final class YouTubeSource implements EngagementSource {

    private static final List<String> STEPS = List.of(
            "Choose a long text as hubSecret, by which the hub of YouTube signs what it delivers.",
            "Enter the whole address of {hook}, as it is reached from the internet, as the setting callback: uploads are then subscribed, and the subscription is renewed.",
            "To fetch comments, create an API key for the YouTube Data API at console.cloud.google.com, as apiKey.");

    private static final String HUB = "https://pubsubhubbub.appspot.com/subscribe";
    private static final String FEED = "https://www.youtube.com/feeds/videos.xml?channel_id=";

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition(Clock clock) {
        return definition(new UploadSubscriptions(HUB, FEED, clock));
    }

    static SourceDefinition definition(UploadSubscriptions uploads) {
        return new SourceDefinition(
                "YouTube",
                new YouTubeSource(),
                new YouTubeVerifier(),
                new YouTubeFetcher(uploads),
                List.of(YouTubeVerifier.SECRET, YouTubeFetcher.API_KEY),
                STEPS);
    }

    @Override
    public String name() {
        return "youtube";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return isXml(payload)
                ? PayloadMapping.of(mapping -> new UploadFeed(payload.body(), mapping).read())
                : PayloadMapping.ofJson(
                        payload, (root, mapping) -> new CommentMapper(settings, mapping).map(root.requireObject()));
    }

    private static boolean isXml(SourcePayload payload) {
        return payload.contentType().contains("xml") || payload.body().length > 0 && payload.body()[0] == '<';
    }
}
