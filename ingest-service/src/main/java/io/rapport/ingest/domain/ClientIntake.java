package io.rapport.ingest.domain;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.ClientListed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the rows of one client list in. Rows that cannot be accepted are named in the receipt only: they are no engagements. */
public final class ClientIntake {

    private final ClientReader reader;
    private final Outlet outlet;
    private final Deliveries deliveries = new Deliveries();
    private final Map<String, Integer> bodies = new HashMap<>();
    private final List<Receipt.Rejected> rejected = new ArrayList<>();
    private int accepted;
    private int duplicates;

    /** An intake for one request. */
    public ClientIntake(Arrival arrival, EmailHashes hashes, Outlet outlet) {
        this.reader = new ClientReader(arrival, hashes);
        this.outlet = outlet;
    }

    /**
     * Takes one row in.
     *
     * @throws NotDelivered if nothing can be passed on just now
     */
    public void take(Row row) {
        try {
            take(reader.read(row.fields()));
        } catch (NotAccepted reason) {
            rejected.add(Receipt.Rejected.of(row, reason));
        }
    }

    /**
     * What became of all of them, once it is certain.
     *
     * @throws NotDelivered if it is not
     */
    public Receipt receipt() {
        deliveries.settle();
        return new Receipt(accepted, duplicates, List.copyOf(rejected));
    }

    private void take(ClientListed client) {
        var before = bodies.putIfAbsent(client.client(), client.hashCode());
        if (before == null) {
            deliveries.add(outlet.list(client), () -> {});
            accepted++;
        } else if (before == client.hashCode()) {
            duplicates++;
        } else {
            throw new NotAccepted(
                    RejectionCode.CONFLICT,
                    "client",
                    "A row before this one has the same id and says something else. The first one counts; give each client one row.");
        }
    }
}
