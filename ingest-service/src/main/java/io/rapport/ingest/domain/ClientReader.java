package io.rapport.ingest.domain;

import io.rapport.contracts.Names;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.ClientListed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes clients of the rows of a client list: {@code client} (or {@code id}), {@code name} and {@code email}; each column
 * that is called like a channel holds a handle there, and all others are kept by their name.
 */
final class ClientReader {

    private static final int MAX_ID = 512;
    private static final int MAX_FIELD = 1_000;
    private static final int MAX_FIELDS = 100;

    /** The channels a person can have a handle on; a column of another channel is called {@code handle.<channel>}. */
    private static final Set<String> CHANNELS = Set.of(
            "facebook",
            "instagram",
            "x",
            "linkedin",
            "mastodon",
            "bluesky",
            "youtube",
            "reddit",
            "blog",
            "phone",
            "chat");

    private static final String OTHER_CHANNEL = "handle.";
    private static final Set<String> READ = Set.of("client", "id", "name", "email");

    private final Arrival arrival;
    private final EmailHashes hashes;

    ClientReader(Arrival arrival, EmailHashes hashes) {
        this.arrival = arrival;
        this.hashes = hashes;
    }

    ClientListed read(Map<?, ?> row) {
        var fields = Fields.of(row);
        var handles = new ArrayList<ClientHandle>();
        var others = new LinkedHashMap<String, String>();
        for (var column : row.keySet()) {
            sort(fields, String.valueOf(column), handles, others);
        }
        return new ClientListed(
                arrival.brand().agency(),
                arrival.brand().brand(),
                client(fields),
                fields.line("name", MAX_FIELD),
                emailHash(fields),
                List.copyOf(handles),
                others,
                arrival.at());
    }

    private void sort(Fields fields, String column, List<ClientHandle> handles, Map<String, String> others) {
        var channel = channel(column);
        var text = READ.contains(column) ? null : fields.line(column, MAX_FIELD);
        if (text == null) {
            return;
        }
        if (channel != null) {
            handles.add(new ClientHandle(channel, handle(fields, column)));
        } else if (others.size() < MAX_FIELDS) {
            others.put(column, text);
        } else {
            throw NotAccepted.invalid(column, "is one column too many; at most " + MAX_FIELDS + " are kept.");
        }
    }

    private static @Nullable String channel(String column) {
        var name = column.toLowerCase(Locale.ROOT);
        if (name.startsWith(OTHER_CHANNEL)) {
            var channel = name.substring(OTHER_CHANNEL.length());
            return Names.isToken(channel) ? channel : null;
        }
        return CHANNELS.contains(name) ? name : null;
    }

    private static String handle(Fields fields, String column) {
        var id = fields.requiredId(column, MAX_ID);
        return id.startsWith("@") ? fields.required(column, id.length() == 1 ? null : id.substring(1)) : id;
    }

    private static String client(Fields fields) {
        var client = fields.id("client", MAX_ID);
        return client != null ? client : fields.requiredId("id", MAX_ID);
    }

    private @Nullable String emailHash(Fields fields) {
        var address = fields.line("email", EmailHashes.MAX_ADDRESS);
        return address == null ? null : hashes.hash(arrival.brand().agency(), address, "email");
    }
}
