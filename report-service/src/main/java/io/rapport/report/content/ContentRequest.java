package io.rapport.report.content;

import io.rapport.contracts.NameRules;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Which posts are asked for, as it stands in the address. */
public record ContentRequest(
        @Parameter(description = "such as x or mastodon; all channels unless said") @Nullable
        String channel,

        @Parameter(description = "yyyy-MM-dd; the brand's current day unless said") @Nullable
        String asOf) {

    @Nullable
    public String channelOrNull() {
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
