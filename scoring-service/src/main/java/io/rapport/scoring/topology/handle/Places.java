package io.rapport.scoring.topology.handle;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.topology.handle.HandleMessage.Place;
import org.jspecify.annotations.Nullable;

/** Finds where an engagement stands in a cascade. */
final class Places {

    private Places() {}

    /** The place of what somebody said or passed on; null when it can neither follow nor be followed. */
    static @Nullable Place of(EngagementReceived engagement, LedgerEntry entry) {
        var ref = engagement.object();
        if (ref == null || engagement.direction() != Direction.INBOUND) {
            return null;
        }
        var isShare = engagement.kind() == EngagementKind.SHARE || ref.shareOf() != null;
        var isWorded = Words.of(engagement) != null;
        var parent = parent(ref);
        if (!isWorded && (!isShare || parent == null) || ref.id() == null && parent == null) {
            return null;
        }
        var isRootOnly = parent != null && (ref.parent() == ParentSource.ROOT_ONLY || named(ref) == null);
        return new Place(
                key(engagement, ref.id()),
                key(engagement, parent),
                isRootOnly,
                !isWorded,
                engagement.occurredAt().toEpochMilli(),
                entry.day());
    }

    private static @Nullable String parent(MessageRef ref) {
        var parent = named(ref) == null ? ref.conversation() : named(ref);
        return parent == null || parent.equals(ref.id()) ? null : parent;
    }

    private static @Nullable String named(MessageRef ref) {
        return ref.inReplyTo() == null ? ref.shareOf() : ref.inReplyTo();
    }

    private static @Nullable String key(EngagementReceived engagement, @Nullable String message) {
        return message == null ? null : engagement.brandKey().key(engagement.channel(), message);
    }
}
