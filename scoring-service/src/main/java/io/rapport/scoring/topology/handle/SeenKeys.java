package io.rapport.scoring.topology.handle;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the store of engagements seen: the 16 bytes of the id. */
final class SeenKeys {

    private SeenKeys() {}

    static Bytes of(UUID id) {
        return Bytes.wrap(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }
}
