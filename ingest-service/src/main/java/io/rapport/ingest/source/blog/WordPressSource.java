package io.rapport.ingest.source.blog;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.mapped.SharedSecretVerifier;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.util.List;

/**
 * Maps comments of WordPress: as its REST API returns them, one or a list, and as plugins send them when a comment is written
 * or changes. The account is the host of the blog, such as {@code blog.acme.example}.
 */
public final class WordPressSource implements EngagementSource {

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SharedSecretVerifier.relayed(
                "WordPress",
                new WordPressSource(),
                "Install a plugin for webhooks in WordPress, and add a webhook in JSON for comments that are created, changed and deleted, with the URL {hook}; or let a relay deliver what /wp-json/wp/v2/comments returns.",
                "Enter the host of the blog as account here. The setting authors is the list of the ids of WordPress users who write for the brand.");
    }

    @Override
    public String name() {
        return "wordpress";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            var comments = root.isArray() ? root.elements() : List.of(comment(root));
            var mapper = new WordPressCommentMapper(comments, settings, mapping);
            mapping.each(comments, mapper::map);
        });
    }

    /** Plugins send the comment alone, or with other data beside it. */
    private static PayloadNode comment(PayloadNode root) {
        var nested = root.requireObject().firstOf("comment_data", "comment");
        return nested.isObject() ? nested : root;
    }
}
