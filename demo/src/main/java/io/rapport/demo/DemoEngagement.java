package io.rapport.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.StaffMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An engagement as a source sends it to ingest, without the fields that ingest sets. The names are those of the contract. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemoEngagement(
        String source,
        String sourceId,
        String channel,
        Instant occurredAt,
        Direction direction,
        EngagementKind kind,
        DemoActor actor,
        @Nullable StaffMember staff,
        @Nullable MessageRef object,
        @Nullable EngagementContent content,
        @Nullable EngagementValue value) {}
