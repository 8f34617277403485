package io.rapport.scoring.topology.handle.state;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the store of seen engagements: the 16 bytes of the id. */
public final class SeenEngagementKeys {

    private SeenEngagementKeys() {}

    /** Returns the key of an engagement id. */
    public static Bytes of(UUID id) {
        return Bytes.wrap(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }
}
