package io.rapport.contracts.connection;

import io.rapport.contracts.TopicKeys;

/**
 * One connection of one agency.
 *
 * @param agency the tenant, a token
 * @param connection the connection, a token, unique within its agency
 */
public record ConnectionKey(String agency, String connection) {

    /** The topic key of this connection. */
    public String key() {
        return TopicKeys.join(agency, connection);
    }

    /** The key of something within this connection: {@code agency|connection|part}. */
    public String key(String part) {
        return TopicKeys.join(agency, connection, part);
    }
}
