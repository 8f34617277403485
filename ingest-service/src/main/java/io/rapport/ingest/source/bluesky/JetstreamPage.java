package io.rapport.ingest.source.bluesky;

import io.rapport.ingest.domain.source.DeliveredRecords;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.PayloadShapeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Selects from the events of the whole network those that concern the accounts of a connection. Not thread-safe. */
final class JetstreamPage {

    private static final int MAX_KEPT = 500;
    private static final int MAX_READ = 20_000;

    private final JetstreamCursor start;
    private final Set<String> accounts;
    private final List<KeptEvent> kept = new ArrayList<>();
    private JetstreamCursor cursor;
    private int read;
    private int repeated;

    /**
     * An event that concerns an account, or may do so.
     *
     * @param record the address of its record; null where it has none
     * @param deleted whether it deletes a record of another account, which may have been delivered
     */
    private record KeptEvent(String message, @Nullable String record, boolean deleted) {}

    JetstreamPage(JetstreamCursor start, Set<String> accounts) {
        this.start = start;
        this.cursor = start;
        this.accounts = accounts;
    }

    /** Reads an event; returns whether the page has room for more. */
    boolean read(String message) {
        read++;
        try {
            read(message, PayloadNode.parse(message.getBytes(StandardCharsets.UTF_8)));
        } catch (PayloadShapeException e) {
            if (concernsAccount(message)) {
                kept.add(new KeptEvent(message, null, false));
            }
        }
        return kept.size() < MAX_KEPT && read < MAX_READ;
    }

    /** The cursor after the events of this page; null before the first event. */
    @Nullable
    String cursor() {
        return cursor.isFirst() ? null : cursor.text();
    }

    /** The events that concern an account: among deletions those of records that were delivered. */
    List<SourcePayload> payloads(DeliveredRecords records) {
        var delivered = records.known(kept.stream()
                .filter(KeptEvent::deleted)
                .flatMap(event -> Stream.ofNullable(event.record()))
                .toList());
        var created = new HashSet<String>();
        var payloads = new ArrayList<SourcePayload>();
        for (var event : kept) {
            var record = event.record();
            var isKnown = record != null && (delivered.contains(record) || created.contains(record));
            if (!event.deleted() || isKnown) {
                payloads.add(SourcePayload.of(event.message().getBytes(StandardCharsets.UTF_8), "application/json"));
            }
            if (!event.deleted() && record != null) {
                created.add(record);
            }
        }
        records.remember(created);
        return payloads;
    }

    private void read(String message, PayloadNode event) {
        var time = time(event);
        if (time < start.time() || time == start.time() && repeated++ < start.events()) {
            return;
        }
        cursor = cursor.after(time);
        var commit = event.at("commit");
        var record = commit.isPresent() ? address(event, commit) : null;
        if (concernsAccount(message)) {
            kept.add(new KeptEvent(message, record, false));
        } else if ("delete".equals(commit.at("operation").text())) {
            kept.add(new KeptEvent(message, record, true));
        }
    }

    private static String address(PayloadNode event, PayloadNode commit) {
        return new RepositoryRecord(
                        event.at("did").requiredText(),
                        commit.at("collection").requiredText(),
                        commit.at("rkey").requiredText(),
                        commit,
                        0)
                .uri();
    }

    private static long time(PayloadNode event) {
        var time = event.at("time_us").number();
        if (time == null) {
            throw event.at("time_us").missing();
        }
        return time.longValue();
    }

    private boolean concernsAccount(String message) {
        return accounts.stream().anyMatch(message::contains);
    }
}
