package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository.ClientDigest;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.column.ClientListField;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.DeliveryTracker;
import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.input.RejectionStreak;
import io.rapport.ingest.domain.input.RejectionStreakException;
import io.rapport.ingest.domain.input.RowRejection;
import io.rapport.ingest.domain.text.TextCleaner;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Imports one client list in batches, in constant memory. Publishes only clients that changed since the previous import.
 * The digest of a client is stored as pending before publication and confirmed after acknowledgement, so that an
 * interrupted import publishes the client again.
 */
public final class ClientListIntake {

    private static final int BATCH_SIZE = 2_000;
    private static final int BATCH_CHARACTERS = 4 << 20;
    private static final String SOURCE = "clients";

    private final IntakeRequest request;
    private final ClientListColumns columns;
    private final EngagementSink sink;
    private final ClientDigestRepository digests;
    private final ClientRowReader reader;
    private final ClientListedMapper mapper;
    private final DeliveryTracker deliveries = new DeliveryTracker();
    private final ClientListCounter counter = new ClientListCounter();
    private final Map<String, ListedRow> batch = new LinkedHashMap<>();
    private final RejectionStreak streak = new RejectionStreak();
    private int batchCharacters;

    private record ListedRow(int index, ClientListed client, String digest) {}

    /** Creates an intake for one request. */
    public ClientListIntake(
            IntakeRequest request,
            ClientListColumns columns,
            ContactHasher hasher,
            EngagementSink sink,
            ClientDigestRepository digests) {
        this.request = request;
        this.columns = columns;
        this.sink = sink;
        this.digests = digests;
        this.reader = new ClientRowReader(
                columns,
                LocalDate.ofInstant(request.receivedAt(), ZoneOffset.UTC),
                request.brand().country());
        this.mapper = new ClientListedMapper(request.brand(), hasher);
    }

    /**
     * Processes one row; a full batch is published and acknowledged before this method returns.
     *
     * @throws DeliveryFailedException if the broker does not acknowledge
     * @throws RejectionStreakException after too many rejected rows in a row
     */
    public void process(InputRow row) {
        counter.row();
        try {
            var read = reader.read(row.fields());
            var client = mapper.toEvent(read, request.receivedAt());
            sink.requireAllowed(client);
            read.warnings().forEach((column, message) -> counter.warning(row.index(), column, column + " " + message));
            var text = ClientListedMapper.canonicalText(client);
            var listed = new ListedRow(row.index(), client, ClientListedMapper.digest(text));
            countSuperseded(batch.put(client.client(), listed));
            batchCharacters += text.length();
            streak.accepted();
        } catch (InputRejectedException reason) {
            reject(row, reason);
        }
        if (batch.size() >= BATCH_SIZE || batchCharacters >= BATCH_CHARACTERS) {
            publishBatch();
        }
    }

    /** The counts so far. */
    public ClientListReceipt.Counts counts() {
        return counter.counts();
    }

    /**
     * Publishes the last batch, removes clients if the list is complete, and waits for acknowledgement.
     *
     * @param complete whether clients that are not on the list are removed
     * @param beforeRemoval runs before each batch of removals; an exception from it prevents the removal
     * @throws DeliveryFailedException if the broker does not acknowledge
     */
    public ClientListReceipt complete(boolean complete, Runnable beforeRemoval) {
        publishBatch();
        deliveries.awaitAll();
        var refusal = complete ? counter.removalRefusal() : null;
        if (complete && refusal == null) {
            publishRemovals(beforeRemoval);
        }
        return counter.receipt(refusal);
    }

    private void publishBatch() {
        var brand = request.brandKey();
        var stored = digests.find(brand, batch.keySet());
        var changed = new ArrayList<ClientListed>();
        var entries = new ArrayList<ClientDigest>();
        for (var row : batch.values()) {
            var client = row.client();
            var before = stored.get(client.client());
            var digest = row.digest();
            var same = before != null && !before.pending() && before.digest().equals(digest);
            count(row, before, same);
            entries.add(new ClientDigest(client.client(), digest, request.id(), !same));
            if (!same) {
                changed.add(client);
            }
        }
        digests.saveAll(brand, entries);
        changed.forEach(client -> deliveries.track(sink.publishClient(client), () -> {}));
        deliveries.awaitAll();
        digests.saveAll(brand, confirmed(entries));
        batch.clear();
        batchCharacters = 0;
    }

    private static List<ClientDigest> confirmed(List<ClientDigest> entries) {
        return entries.stream()
                .filter(ClientDigest::pending)
                .map(ClientDigest::confirmed)
                .toList();
    }

    private void count(ListedRow row, @Nullable ClientDigest before, boolean same) {
        if (before == null) {
            counter.added();
        } else if (request.id().equals(before.lastImport())) {
            countSuperseded(row);
        } else if (same) {
            counter.unchanged();
        } else {
            counter.changed();
        }
    }

    /** Counts a row that a later row of the same client replaces. */
    private void countSuperseded(@Nullable ListedRow row) {
        if (row != null) {
            counter.duplicate();
            counter.warning(
                    row.index(),
                    ClientListField.CLIENT.word(),
                    "Another row of the file has the same client, '%s'. The last of these rows counts."
                            .formatted(TextCleaner.abbreviate(row.client().client())));
        }
    }

    private void publishRemovals(Runnable beforeRemoval) {
        var brand = request.brandKey();
        String after = null;
        for (var page = notSeen(after); !page.isEmpty(); page = notSeen(after)) {
            beforeRemoval.run();
            page.forEach(client ->
                    deliveries.track(sink.publishClientRemoval(brand, client, request.receivedAt()), () -> {}));
            deliveries.awaitAll();
            digests.removeAll(brand, page);
            counter.removed(page.size());
            after = page.get(page.size() - 1);
        }
    }

    private List<String> notSeen(@Nullable String after) {
        return digests.findNotSeenBy(request.brandKey(), request.id(), after, BATCH_SIZE);
    }

    private void reject(InputRow row, InputRejectedException reason) {
        counter.rejected(row, reason);
        var rejection = request.rejection(row, reason, SOURCE, null, columns.redactedRaw(row));
        deliveries.track(sink.publishRejection(rejection), () -> {});
        if (reason.code() != RejectionCode.SUPPRESSED) {
            streak.rejected(RowRejection.of(row, reason));
        }
    }
}
