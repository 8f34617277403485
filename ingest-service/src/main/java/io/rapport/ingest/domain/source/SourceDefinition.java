package io.rapport.ingest.domain.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source that connections can use: the entry of a platform in the list of sources.
 *
 * @param title the platform's name as people write it
 * @param source maps its payloads
 * @param verifier verifies what it pushes; null if it does not push
 * @param fetcher pulls from it; null if it is not pulled
 * @param secrets the names of the secrets that a connection needs
 * @param renewal how its access token is renewed; null if it is not
 * @param steps how to connect it, one sentence for each step at the platform; {@code {hook}} stands for the hook's address
 */
public record SourceDefinition(
        String title,
        EngagementSource source,
        @Nullable SourceVerifier verifier,
        @Nullable SourceFetcher fetcher,
        List<String> secrets,
        @Nullable TokenRenewal renewal,
        List<String> steps) {

    /** A source whose access token, if it has one, is not renewed. */
    public SourceDefinition(
            String title,
            EngagementSource source,
            @Nullable SourceVerifier verifier,
            @Nullable SourceFetcher fetcher,
            List<String> secrets,
            List<String> steps) {
        this(title, source, verifier, fetcher, secrets, null, steps);
    }

    /** The name of the source. */
    public String name() {
        return source.name();
    }

    /** A source that pushes. */
    public static SourceDefinition push(
            String title, EngagementSource source, SourceVerifier verifier, List<String> secrets, List<String> steps) {
        return new SourceDefinition(title, source, verifier, null, secrets, steps);
    }

    /** A source that is pulled. */
    public static SourceDefinition pull(
            String title, EngagementSource source, SourceFetcher fetcher, List<String> secrets, List<String> steps) {
        return new SourceDefinition(title, source, null, fetcher, secrets, steps);
    }
}
