package io.rapport.report.engagements;

import io.rapport.contracts.NameRules;
import io.rapport.report.domain.engagement.PostKey;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the engagements with a post. */
record PostRequest(
        @Parameter(description = "the channel of the post") @Nullable
        String channel,

        @Parameter(description = "the id of the post on its channel") @Nullable
        String post,

        @Parameter(description = "yyyy-MM-dd; default is the brand's current day") @Nullable
        String asOf) {

    /** The post; fails with a problem that names an unusable parameter. */
    PostKey key() {
        if (channel == null || !NameRules.isToken(channel)) {
            throw Problem.invalid("channel", "channel is one word in lower case, such as x or mastodon.")
                    .asException();
        }
        if (post == null || post.isBlank()) {
            throw Problem.invalid("post", "post is the id of a post, as the list of posts has it.")
                    .asException();
        }
        return new PostKey(channel, post);
    }
}
