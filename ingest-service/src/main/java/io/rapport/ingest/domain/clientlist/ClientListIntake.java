package io.rapport.ingest.domain.clientlist;

import io.rapport.ingest.domain.delivery.DeliveryFailedException;

import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.column.ClientListField;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.delivery.DeliveryTracker;
import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.IntakeReceipt;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.engagement.RejectedRowDetails;
import io.rapport.ingest.domain.text.TextCleaner;

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
public final class ClientListIntake {

    /** The most rejected rows, and the most warnings, that the receipt names. */
    static final int MAX_REPORTED = 1_000;

    private static final int BATCH_SIZE = 2_000;
    private static final int BATCH_CHARACTERS = 4 << 20;
    private static final String SOURCE = "clients";

    private final IntakeRequest arrival;
    private final ClientRowReader reader;
    private final ClientListedMapper listing;
    private final ClientListColumns columns;
    private final ClientDesk desk;
    private final DeliveryTracker deliveries = new DeliveryTracker();
    private final Map<String, Listed> batch = new LinkedHashMap<>();
    private final List<IntakeReceipt.RowRejection> rejected = new ArrayList<>();
    private final List<ClientListReceipt.Warning> warnings = new ArrayList<>();
    private int characters;
    private long rows;
    private long added;
    private long changed;
    private long unchanged;
    private long duplicates;
    private long removed;
    private long rejectedRows;
    /** Of those refused: whoever was erased is not on the list, however whole it is. */
    private long suppressedRows;

    /**
     * What every intake needs.
     *
     * @param outlet where rows go
     */
    public record ClientDesk(ContactHasher hashes, EngagementSink outlet, ClientDigestRepository store) {}

    private record Listed(int index, ClientListed client) {}

    /** An intake for one request. */
    public ClientListIntake(IntakeRequest arrival, ClientListColumns columns, ClientDesk desk) {
        this.arrival = arrival;
        this.columns = columns;
        this.desk = desk;
        this.reader = new ClientRowReader(columns, LocalDate.ofInstant(arrival.receivedAt(), ZoneOffset.UTC));
        this.listing = new ClientListedMapper(arrival.brand(), desk.hashes());
    }

    /**
     * Takes one row in.
     *
     * @throws DeliveryFailedException if nothing can be passed on just now
     */
    public void process(InputRow row) {
        rows++;
        try {
            var read = reader.read(row.fields());
            var client = listing.toEvent(read, arrival.receivedAt());
            desk.outlet().requireAllowed(client);
            read.warnings().forEach((column, message) -> warn(row.index(), column, column + " " + message));
            countSuperseded(batch.put(client.client(), new Listed(row.index(), client)));
            characters += client.toString().length();
        } catch (InputRejectedException reason) {
            reject(row, reason);
        }
        if (batch.size() >= BATCH_SIZE || characters >= BATCH_CHARACTERS) {
            publishBatch();
        }
    }

    /** How far it is. */
    public ClientListReceipt.Counts counts() {
        return new ClientListReceipt.Counts(rows, added, changed, unchanged, duplicates, removed, rejectedRows);
    }

    /**
     * What became of all of them, once it is certain.
     *
     * @param complete whether this was the whole list, so that who is not on it is taken off
     * @param between run before some are taken off; may throw, and then they are not
     * @throws DeliveryFailedException if it is not certain
     */
    public ClientListReceipt complete(boolean complete, Runnable between) {
        publishBatch();
        deliveries.awaitAll();
        var kept = complete ? removalRefusal() : null;
        if (complete && kept == null) {
            publishRemovals(between);
        }
        return new ClientListReceipt(counts(), List.copyOf(rejected), List.copyOf(warnings), kept);
    }

    private @Nullable String removalRefusal() {
        if (rows == 0) {
            return "The list has no rows. Nobody was taken off.";
        }
        return rejectedRows == suppressedRows
                ? null
                : "Rows were rejected, so that nobody knows whether the list is whole. Nobody was taken off.";
    }

    private void publishBatch() {
        var brand = arrival.brandKey();
        var known = desk.store().find(brand, batch.keySet());
        var open = new ArrayList<ClientListed>();
        var entries = new ArrayList<ClientDigestRepository.ClientDigest>();
        for (var listed : batch.values()) {
            var before = known.get(listed.client().client());
            var digest = ClientListedMapper.digest(listed.client());
            var same = before != null && !before.pending() && before.digest().equals(digest);
            count(listed, before, same);
            entries.add(new ClientDigestRepository.ClientDigest(listed.client().client(), digest, arrival.id(), !same));
            if (!same) {
                open.add(listed.client());
            }
        }
        desk.store().saveAll(brand, entries);
        open.forEach(client -> deliveries.track(desk.outlet().publishClient(client), () -> {}));
        deliveries.awaitAll();
        desk.store().saveAll(brand, confirmed(entries));
        batch.clear();
        characters = 0;
    }

    private static List<ClientDigestRepository.ClientDigest> confirmed(List<ClientDigestRepository.ClientDigest> entries) {
        return entries.stream()
                .filter(ClientDigestRepository.ClientDigest::pending)
                .map(entry -> new ClientDigestRepository.ClientDigest(entry.client(), entry.digest(), entry.lastImport(), false))
                .toList();
    }

    private void count(Listed listed, ClientDigestRepository.@Nullable ClientDigest before, boolean same) {
        if (before == null) {
            added++;
        } else if (arrival.id().equals(before.lastImport())) {
            countSuperseded(listed);
        } else if (same) {
            unchanged++;
        } else {
            changed++;
        }
    }

    /** The last of the rows of one client counts. */
    private void countSuperseded(@Nullable Listed listed) {
        if (listed != null) {
            duplicates++;
            warn(
                    listed.index(),
                    ClientListField.CLIENT.word(),
                    "Another row of the file is of the same client, '%s'. The last of them counts."
                            .formatted(TextCleaner.abbreviate(listed.client().client())));
        }
    }

    private void publishRemovals(Runnable between) {
        var brand = arrival.brandKey();
        String after = null;
        for (var gone = notSeen(after); !gone.isEmpty(); gone = notSeen(after)) {
            between.run();
            gone.forEach(client -> deliveries.track(desk.outlet().publishClientRemoval(brand, client, arrival.receivedAt()), () -> {}));
            deliveries.awaitAll();
            desk.store().removeAll(brand, gone);
            removed += gone.size();
            after = gone.get(gone.size() - 1);
        }
    }

    private List<String> notSeen(@Nullable String after) {
        return desk.store().findNotSeenBy(arrival.brandKey(), arrival.id(), after, BATCH_SIZE);
    }

    private void warn(int index, String column, String message) {
        if (warnings.size() < MAX_REPORTED) {
            warnings.add(new ClientListReceipt.Warning(index, column, message));
        }
    }

    private void reject(InputRow row, InputRejectedException reason) {
        rejectedRows++;
        suppressedRows += reason.code() == RejectionCode.SUPPRESSED ? 1 : 0;
        if (rejected.size() < MAX_REPORTED) {
            rejected.add(IntakeReceipt.RowRejection.of(row, reason));
        }
        var origin = "request " + arrival.id() + ", row " + row.index();
        deliveries.track(
                desk.outlet()
                        .publishRejection(new EngagementRejected(
                                DeterministicIds.of("rejection", arrival.brandKey().key(origin)),
                                arrival.brand().agency(),
                                arrival.brand().brand(),
                                SOURCE,
                                reason.code(),
                                reason.message(),
                                origin,
                                null,
                                RejectedRowDetails.truncate(columns.redactedRaw(row)),
                                arrival.receivedAt(),
                                "ingest")),
                () -> {});
    }
}
