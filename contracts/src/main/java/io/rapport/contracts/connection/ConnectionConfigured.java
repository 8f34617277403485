package io.rapport.contracts.connection;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The configuration of a connection: the full state. A null value on the topic means that it was deleted.
 *
 * @param source the name of the source
 * @param accounts the accounts and their brands
 * @param settings the settings of the source, a JSON object as text
 * @param secrets the valid values of each secret, newest first, each encrypted with a key of ingest
 * @param paused whether nothing is received or fetched
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
@RecordBuilder
public record ConnectionConfigured(
        String agency,
        String connection,
        String source,
        List<ConnectionAccount> accounts,
        String settings,
        Map<String, List<String>> secrets,
        boolean paused,
        long version,
        Instant at) {

    /** The connection. */
    public ConnectionKey connectionKey() {
        return new ConnectionKey(agency, connection);
    }
}
