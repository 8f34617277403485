package io.rapport.messaging.consume;

import java.util.Set;

/**
 * The origins of the dead letters that are on the topic of this service. A record that was set aside before its offset was
 * committed is redelivered after a restart, and a table is read from the beginning at every start.
 */
@FunctionalInterface
public interface PublishedOrigins {

    /**
     * The origins of the dead letters that were published since the last call; of recent ones at the first call.
     *
     * @throws IllegalStateException if they cannot be read in time
     */
    Set<String> readNew();
}
