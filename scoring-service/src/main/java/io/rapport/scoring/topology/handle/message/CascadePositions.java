package io.rapport.scoring.topology.handle.message;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.value.OrderLedger;
import io.rapport.scoring.topology.handle.state.HandleMessage.CascadePosition;
import io.rapport.scoring.topology.handle.text.TextFingerprint;
import org.jspecify.annotations.Nullable;

/** Determines the position of an engagement in a cascade. */
final class CascadePositions {

    private CascadePositions() {}

    /** Returns the position of a message; null when it can have neither parent nor children. */
    static @Nullable CascadePosition of(EngagementReceived engagement, LedgerEntry entry) {
        var ref = engagement.object();
        if (ref == null || engagement.direction() != Direction.INBOUND || OrderLedger.isRefund(engagement)) {
            return null;
        }
        var isShare = engagement.kind() == EngagementKind.SHARE || ref.shareOf() != null;
        var isWorded = TextFingerprint.textOf(engagement) != null;
        var parent = parent(ref);
        if (!isWorded && (!isShare || parent == null) || ref.id() == null && parent == null) {
            return null;
        }
        var isRootOnly = parent != null && (ref.parent() == ParentSource.ROOT_ONLY || namedParent(ref) == null);
        return new CascadePosition(
                key(engagement, ref.id()),
                key(engagement, parent),
                isRootOnly,
                !isWorded,
                engagement.occurredAt().toEpochMilli(),
                entry.day());
    }

    private static @Nullable String parent(MessageRef ref) {
        var parent = namedParent(ref) == null ? ref.conversation() : namedParent(ref);
        return parent == null || parent.equals(ref.id()) ? null : parent;
    }

    private static @Nullable String namedParent(MessageRef ref) {
        return ref.inReplyTo() == null ? ref.shareOf() : ref.inReplyTo();
    }

    private static @Nullable String key(EngagementReceived engagement, @Nullable String message) {
        return message == null ? null : engagement.brandKey().key(engagement.channel(), message);
    }
}
