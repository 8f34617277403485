package io.rapport.ingest.source.github;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.source.payload.BodySignatureVerifier;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.List;

/** Maps webhooks of GitHub. The account is a repository, such as {@code acme/tools}, or its owner. */
public final class GitHubSource implements EngagementSource {

    private static final String SECRET = "secret";
    private static final SourceVerifier VERIFIER =
            new BodySignatureVerifier(HmacSignature.SHA256_HEX, "x-hub-signature-256", SECRET);

    private static final List<String> STEPS = List.of(
            "Open Settings, Webhooks of the repository or organisation, and add a webhook.",
            "Enter {hook} as payload URL, application/json as content type, and the secret of this connection.",
            "Select stars, forks, issues, issue comments, pull requests, discussions, their comments, releases and commit comments.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SourceDefinition.push("GitHub", new GitHubSource(), VERIFIER, List.of(SECRET), STEPS);
    }

    @Override
    public String name() {
        return "github";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        var event = payload.header("x-github-event").orElse("");
        if (event.isEmpty()) {
            return SourceMapping.unusable("The header X-GitHub-Event, which names the event, is missing.", "");
        }
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            root.requireObject();
            new GitHubEventMapper(event, root, settings, mapping).map();
        });
    }
}
