package io.rapport.ingest.source.youtube;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.List;

/** Maps comment threads and comments of the Data API, and Atom feeds of uploads. Accounts are ids of channels. */
public final class YouTubeSource implements EngagementSource {

    private static final List<String> STEPS = List.of(
            "Open the form of a WebSub hub, such as pubsubhubbub.appspot.com/subscribe.",
            "Enter {hook} as callback, and as topic https://www.youtube.com/feeds/videos.xml?channel_id= with the id of the channel.",
            "Enter the secret of this connection, and subscribe again before the lease ends, after ten days at most.",
            "To fetch comments, create an API key for the YouTube Data API at console.cloud.google.com, as apiKey.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return new SourceDefinition(
                "YouTube",
                new YouTubeSource(),
                new YouTubeVerifier(),
                new CommentsFetcher(),
                List.of(YouTubeVerifier.SECRET, CommentsFetcher.API_KEY),
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
