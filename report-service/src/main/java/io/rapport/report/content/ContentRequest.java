package io.rapport.report.content;

import io.rapport.contracts.NameRules;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of posts. */
record ContentRequest(
        @Parameter(description = "such as x or mastodon; default is all channels") @Nullable
        String channel,

        @Parameter(description = "yyyy-MM-dd; default is the brand's current day") @Nullable
        String asOf) {

    @Nullable
    String channelOrNull() {
        if (channel == null || channel.isBlank()) {
            return null;
        }
        if (!NameRules.isToken(channel)) {
            throw Problem.invalid("channel", "channel is one word in lower case, such as x or mastodon.")
                    .asException();
        }
        return channel;
    }
}
