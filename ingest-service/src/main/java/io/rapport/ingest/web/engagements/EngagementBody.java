package io.rapport.ingest.web.engagements;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.StaffMember;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row of engagements may hold, for the OpenAPI document. {@code EngagementReader} reads it, and other forms of its values
 * too.
 */
record EngagementBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String source,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String sourceId,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String channel,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant occurredAt,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Direction direction,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) EngagementKind kind,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ActorBody actor,
        @Nullable StaffMember staff,
        @Nullable MessageRef object,
        @Nullable EngagementContent content,
        @Nullable EngagementValue value,
        @Nullable List<String> mentions,
        @Nullable Long revision,
        @Nullable Boolean withdrawn) {

    /** The account that engages: an id or a name is required. */
    record ActorBody(
            @Nullable String id,
            @Nullable String name,
            @Nullable String displayName,
            @Nullable String url,
            @Nullable String bio,
            @Nullable String location,
            @Nullable Long followers,
            @Nullable Boolean bot,
            @Nullable String email,
            @Nullable String emailHash,
            @Nullable String phone,
            @Nullable String phoneHash,
            @Nullable List<String> relMe,
            @Nullable String webFinger) {}
}
