package io.rapport.ingest.source.mastodon;

import io.rapport.ingest.domain.source.HttpContent;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.PayloadShapeException;
import io.rapport.messaging.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest statuses that were delivered to each account, by their id on its server: a deletion names nothing else. They are kept in memory only, so
 * that no store has to forget them; deletions of statuses that are no longer known are ignored. Thread-safe.
 */
final class KnownStatuses {

    private static final int MAX_KNOWN = 20_000;
    private static final int LOOKED_UP = 20;
    private static final Set<String> WITH_STATUS = Set.of("mention", "quote");

    private final Map<StatusKey, KnownStatus> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StatusKey, KnownStatus> eldest) {
            return size() > MAX_KNOWN;
        }
    };

    private record StatusKey(String owner, String id) {}

    /**
     * A status that was delivered.
     *
     * @param type the type of the notification that contained it
     * @param reduced what a withdrawal of it needs
     * @param edited when it was edited; null if it was not
     */
    private record KnownStatus(
            String type,
            Map<String, Object> reduced,
            @Nullable String edited) {}

    /** Remembers the statuses of other accounts that notifications contain. */
    void remember(String owner, SourcePayload notifications) {
        try {
            for (var notification : PayloadNode.parse(notifications.body()).elements()) {
                var type = notification.at("type").text();
                if (type != null && WITH_STATUS.contains(type)) {
                    remember(owner, type, notification.at("status"));
                }
            }
        } catch (PayloadShapeException e) {
            // The mapper refuses what it cannot read.
            return;
        }
    }

    /** The edited version of a status, as the notification by which it was delivered; empty if it was not delivered. */
    Optional<SourcePayload> edited(String owner, PayloadNode status) {
        var id = status.at("id").requiredId();
        KnownStatus before;
        synchronized (known) {
            before = known.get(new StatusKey(owner, id));
        }
        if (before == null) {
            return Optional.empty();
        }
        remember(owner, before.type(), status);
        return Optional.of(event(Map.of("type", before.type(), "status", status.toMap())));
    }

    /** The deletion of a status, with what is known of it; empty if it was not delivered. */
    Optional<SourcePayload> deleted(String owner, String id) {
        KnownStatus status;
        synchronized (known) {
            status = known.remove(new StatusKey(owner, id));
        }
        return Optional.ofNullable(status)
                .map(each -> event(Map.of("event", "delete", "payload", id, "status", each.reduced())));
    }

    /** Looks up the newest known statuses of an account: those that were edited or deleted while no stream was read. */
    List<SourcePayload> lookUp(MastodonClient client) {
        var ids = newest(client.owner());
        if (ids.isEmpty()) {
            return List.of();
        }
        var response = client.get("/api/v1/statuses?id[]=" + String.join("&id[]=", ids));
        return response.isSuccess() ? changes(client, ids, response) : List.of();
    }

    private List<SourcePayload> changes(MastodonClient client, List<String> ids, HttpContent response) {
        var changes = new ArrayList<SourcePayload>();
        try {
            var found = new LinkedHashMap<String, PayloadNode>();
            PayloadNode.parse(response.body())
                    .requiredElements()
                    .forEach(status -> found.put(status.at("id").requiredId(), status));
            for (var id : ids) {
                var status = found.get(id);
                if (status == null) {
                    changes.addAll(
                            isGone(client, id)
                                    ? deleted(client.owner(), id).stream().toList()
                                    : List.of());
                } else if (isEdited(client.owner(), id, status)) {
                    edited(client.owner(), status).ifPresent(changes::add);
                }
            }
        } catch (PayloadShapeException e) {
            return changes;
        }
        return changes;
    }

    /** A list may leave out a status for another reason than its deletion. */
    private static boolean isGone(MastodonClient client, String id) {
        var status = client.get("/api/v1/statuses/" + id).status();
        return status == 404 || status == 410;
    }

    private boolean isEdited(String owner, String id, PayloadNode status) {
        synchronized (known) {
            var before = known.get(new StatusKey(owner, id));
            return before != null
                    && !Objects.equals(before.edited(), status.at("edited_at").text());
        }
    }

    private List<String> newest(String owner) {
        synchronized (known) {
            var ids = known.keySet().stream()
                    .filter(key -> key.owner().equals(owner))
                    .map(StatusKey::id)
                    .toList();
            return ids.subList(Math.max(0, ids.size() - LOOKED_UP), ids.size());
        }
    }

    private void remember(String owner, String type, PayloadNode status) {
        var id = status.isObject() ? status.at("id").id() : null;
        if (id == null || !status.at("account").isObject() || !id.matches("\\d{1,30}")) {
            return;
        }
        var reduced = new LinkedHashMap<String, Object>();
        reduced.put("id", id);
        for (var field : List.of("uri", "url", "created_at")) {
            put(reduced, field, status.at(field));
        }
        var account = new LinkedHashMap<String, Object>();
        for (var field : List.of("id", "acct", "uri", "url")) {
            put(account, field, status.at("account", field));
        }
        reduced.put("account", account);
        synchronized (known) {
            known.put(
                    new StatusKey(owner, id),
                    new KnownStatus(type, reduced, status.at("edited_at").text()));
        }
    }

    private static void put(Map<String, Object> target, String field, PayloadNode value) {
        var text = value.id();
        if (text != null) {
            target.put(field, text);
        }
    }

    private static SourcePayload event(Map<String, Object> event) {
        return SourcePayload.of(Json.mapper().writeValueAsBytes(event), "application/json");
    }
}
