package io.rapport.ingest.domain;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.ClientListed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes one client list in, some rows at a time, however long it is. Publishes only what changed since the list was imported
 * last: what is about to be published is noted first and confirmed afterwards, so that whatever was cut short is published
 * again.
 */
public final class ClientIntake {

    /** The most rejected rows, and the most warnings, that the receipt names. */
    static final int TOLD = 1_000;

    private static final int TOGETHER = 2_000;
    private static final int TOGETHER_CHARACTERS = 4 << 20;
    private static final String SOURCE = "clients";

    private final Arrival arrival;
    private final ClientReader reader;
    private final ClientListing listing;
    private final ClientColumns columns;
    private final ClientDesk desk;
    private final Deliveries deliveries = new Deliveries();
    private final Map<String, Listed> together = new LinkedHashMap<>();
    private final List<Receipt.Rejected> rejected = new ArrayList<>();
    private final List<ListReceipt.Warning> warnings = new ArrayList<>();
    private int characters;
    private long rows;
    private long added;
    private long changed;
    private long unchanged;
    private long duplicates;
    private long removed;
    private long refused;
    /** Of those refused: whoever was erased is not on the list, however whole it is. */
    private long erased;

    /**
     * What every intake needs.
     *
     * @param outlet where rows go
     */
    public record ClientDesk(ContactHashes hashes, Outlet outlet, ClientStore store) {}

    private record Listed(int index, ClientListed client) {}

    /** An intake for one request. */
    public ClientIntake(Arrival arrival, ClientColumns columns, ClientDesk desk) {
        this.arrival = arrival;
        this.columns = columns;
        this.desk = desk;
        this.reader = new ClientReader(columns, LocalDate.ofInstant(arrival.at(), ZoneOffset.UTC));
        this.listing = new ClientListing(arrival.brand(), desk.hashes());
    }

    /**
     * Takes one row in.
     *
     * @throws NotDelivered if nothing can be passed on just now
     */
    public void take(Row row) {
        rows++;
        try {
            var read = reader.read(row.fields());
            var client = listing.of(read, arrival.at());
            desk.outlet().require(client);
            read.warnings().forEach((column, message) -> warn(row.index(), column, column + " " + message));
            supersede(together.put(client.client(), new Listed(row.index(), client)));
            characters += client.toString().length();
        } catch (NotAccepted reason) {
            reject(row, reason);
        }
        if (together.size() >= TOGETHER || characters >= TOGETHER_CHARACTERS) {
            pass();
        }
    }

    /** How far it is. */
    public ListReceipt.Counts soFar() {
        return new ListReceipt.Counts(rows, added, changed, unchanged, duplicates, removed, refused);
    }

    /**
     * What became of all of them, once it is certain.
     *
     * @param complete whether this was the whole list, so that who is not on it is taken off
     * @param between run before some are taken off; may throw, and then they are not
     * @throws NotDelivered if it is not certain
     */
    public ListReceipt receipt(boolean complete, Runnable between) {
        pass();
        deliveries.settle();
        var kept = complete ? kept() : null;
        if (complete && kept == null) {
            remove(between);
        }
        return new ListReceipt(soFar(), List.copyOf(rejected), List.copyOf(warnings), kept);
    }

    private @Nullable String kept() {
        if (rows == 0) {
            return "The list has no rows. Nobody was taken off.";
        }
        return refused == erased
                ? null
                : "Rows were rejected, so that nobody knows whether the list is whole. Nobody was taken off.";
    }

    private void pass() {
        var brand = arrival.key();
        var known = desk.store().find(brand, together.keySet());
        var open = new ArrayList<ClientListed>();
        var entries = new ArrayList<ClientStore.Entry>();
        for (var listed : together.values()) {
            var before = known.get(listed.client().client());
            var digest = ClientListing.digest(listed.client());
            var same = before != null && !before.pending() && before.digest().equals(digest);
            count(listed, before, same);
            entries.add(new ClientStore.Entry(listed.client().client(), digest, arrival.request(), !same));
            if (!same) {
                open.add(listed.client());
            }
        }
        desk.store().put(brand, entries);
        open.forEach(client -> deliveries.add(desk.outlet().list(client), () -> {}));
        deliveries.settle();
        desk.store().put(brand, confirmed(entries));
        together.clear();
        characters = 0;
    }

    private static List<ClientStore.Entry> confirmed(List<ClientStore.Entry> entries) {
        return entries.stream()
                .filter(ClientStore.Entry::pending)
                .map(entry -> new ClientStore.Entry(entry.client(), entry.digest(), entry.seen(), false))
                .toList();
    }

    private void count(Listed listed, ClientStore.@Nullable Entry before, boolean same) {
        if (before == null) {
            added++;
        } else if (arrival.request().equals(before.seen())) {
            supersede(listed);
        } else if (same) {
            unchanged++;
        } else {
            changed++;
        }
    }

    /** The last of the rows of one client counts. */
    private void supersede(@Nullable Listed listed) {
        if (listed != null) {
            duplicates++;
            warn(
                    listed.index(),
                    ClientField.CLIENT.word(),
                    "Another row of the file is of the same client, '%s'. The last of them counts."
                            .formatted(Texts.shown(listed.client().client())));
        }
    }

    private void remove(Runnable between) {
        var brand = arrival.key();
        String after = null;
        for (var gone = notSeen(after); !gone.isEmpty(); gone = notSeen(after)) {
            between.run();
            gone.forEach(client -> deliveries.add(desk.outlet().unlist(brand, client, arrival.at()), () -> {}));
            deliveries.settle();
            desk.store().remove(brand, gone);
            removed += gone.size();
            after = gone.get(gone.size() - 1);
        }
    }

    private List<String> notSeen(@Nullable String after) {
        return desk.store().notSeen(arrival.key(), arrival.request(), after, TOGETHER);
    }

    private void warn(int index, String column, String message) {
        if (warnings.size() < TOLD) {
            warnings.add(new ListReceipt.Warning(index, column, message));
        }
    }

    private void reject(Row row, NotAccepted reason) {
        refused++;
        erased += reason.code() == RejectionCode.SUPPRESSED ? 1 : 0;
        if (rejected.size() < TOLD) {
            rejected.add(Receipt.Rejected.of(row, reason));
        }
        var origin = "request " + arrival.request() + ", row " + row.index();
        deliveries.add(
                desk.outlet()
                        .reject(new EngagementRejected(
                                DeterministicIds.of("rejection", arrival.key().key(origin)),
                                arrival.brand().agency(),
                                arrival.brand().brand(),
                                SOURCE,
                                reason.code(),
                                reason.message(),
                                origin,
                                null,
                                Known.cut(columns.struckOut(row)),
                                arrival.at(),
                                "ingest")),
                () -> {});
    }
}
