package io.rapport.ingest.source.bluesky;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps one record, or its deletion. */
record RecordMapper(RepositoryRecord record, SourceSettings settings, PayloadMapping mapping) {

    private static final String LIKE = "app.bsky.feed.like";
    private static final String REPOST = "app.bsky.feed.repost";
    private static final String POST = "app.bsky.feed.post";
    private static final String FOLLOW = "app.bsky.graph.follow";

    void map() {
        switch (record.collection()) {
            case LIKE -> mapSubject(EngagementKind.REACTION, "object.inReplyTo");
            case REPOST -> mapSubject(EngagementKind.SHARE, "object.shareOf");
            case FOLLOW ->
                addTo(
                        Map.of(record.content().requireObject().at("subject").requiredText(), EngagementKind.FOLLOW),
                        UnaryOperator.identity());
            case POST -> mapPost(record.content().requireObject());
            default -> mapping.ignore(record.collection());
        }
    }

    void mapDeletion() {
        var kind =
                switch (record.collection()) {
                    case LIKE -> EngagementKind.REACTION;
                    case REPOST -> EngagementKind.SHARE;
                    case FOLLOW -> EngagementKind.FOLLOW;
                    case POST -> isOwn() ? EngagementKind.POST : EngagementKind.MENTION;
                    default -> null;
                };
        if (kind == null || isOwn() && kind != EngagementKind.POST) {
            mapping.ignore(record.collection() + ".delete");
            return;
        }
        var accounts = isOwn() ? Set.of(record.did()) : settings.accounts();
        accounts.forEach(account ->
                mapping.add(engagement(record.uri(), kind, record.did()).forAccount(account, record.millis(), true)));
    }

    private void mapSubject(EngagementKind kind, String reference) {
        var subject = record.content().requireObject().at("subject", "uri").requiredText();
        var owner = RepositoryRecord.owner(subject)
                .orElseThrow(() -> record.content().at("subject", "uri").wrong("has to be an address of a record"));
        addTo(Map.of(owner, kind), engagement -> engagement.with(reference, subject));
    }

    private void mapPost(PayloadNode post) {
        var parent = post.at("reply", "parent", "uri").text();
        var root = post.at("reply", "root", "uri").text();
        var quoted = quoted(post.at("embed"));
        var language = post.at("langs").elements().stream()
                .findFirst()
                .map(PayloadNode::text)
                .orElse(null);
        addTo(
                parties(post, parent, root, quoted),
                engagement -> engagement
                        .with("object.inReplyTo", parent)
                        .with("object.shareOf", quoted)
                        .with("object.conversation", root)
                        .with("content.text", post.at("text").text())
                        .with("content.language", language)
                        .with("mentions", isOwn() ? null : mentions(post)));
    }

    private List<String> mentions(PayloadNode post) {
        return facets(post).filter(did -> !settings.isAccount(did)).toList();
    }

    /** The accounts that the text mentions. */
    private static Stream<String> facets(PayloadNode post) {
        return post.at("facets").elements().stream()
                .flatMap(facet -> facet.at("features").elements().stream())
                .flatMap(feature -> Stream.ofNullable(feature.at("did").text()));
    }

    /** The kind of a post for each account that it concerns: the closest relation counts. */
    private Map<String, EngagementKind> parties(
            PayloadNode post, @Nullable String parent, @Nullable String root, @Nullable String quoted) {
        var kinds = new LinkedHashMap<String, EngagementKind>();
        RepositoryRecord.owner(parent).ifPresent(did -> kinds.put(did, EngagementKind.REPLY));
        RepositoryRecord.owner(quoted).ifPresent(did -> kinds.putIfAbsent(did, EngagementKind.QUOTE));
        facets(post).forEach(did -> kinds.putIfAbsent(did, EngagementKind.MENTION));
        if (!isOwn()) {
            RepositoryRecord.owner(root).ifPresent(did -> kinds.putIfAbsent(did, EngagementKind.COMMENT));
        }
        kinds.remove(record.did());
        return kinds;
    }

    private static @Nullable String quoted(PayloadNode embed) {
        var record = embed.at("record");
        return record.at("record").or(record).at("uri").text();
    }

    /** Adds an engagement for each party: of the accounts with a foreign author, or of the own author with the party. */
    private void addTo(Map<String, EngagementKind> parties, UnaryOperator<SourceEngagement> details) {
        var before = mapping.size();
        if (isOwn()) {
            parties.forEach((did, kind) -> {
                if (!settings.isAccount(did)) {
                    add(outboundId(did, parties), kind, did, record.did(), details);
                }
            });
            if (record.collection().equals(POST) && !parties.containsValue(EngagementKind.REPLY)) {
                add(record.uri(), EngagementKind.POST, record.did(), record.did(), details);
            }
        } else {
            parties.forEach((did, kind) -> {
                if (settings.isAccount(did)) {
                    add(record.uri(), kind, record.did(), did, details);
                }
            });
        }
        if (mapping.size() == before) {
            mapping.ignore(record.collection());
        }
    }

    /** The address itself, but for a post that concerns several people: then one for each of them. */
    private String outboundId(String did, Map<String, EngagementKind> parties) {
        return record.collection().equals(POST) && parties.get(did) != EngagementKind.REPLY
                ? record.uri() + "#" + did
                : record.uri();
    }

    private void add(
            String sourceId,
            EngagementKind kind,
            String actor,
            String account,
            UnaryOperator<SourceEngagement> details) {
        var engagement = engagement(sourceId, kind, actor).with("staff.id", isOwn() ? record.did() : null);
        mapping.add(details.apply(engagement).forAccount(account, record.millis(), false));
    }

    private SourceEngagement engagement(String sourceId, EngagementKind kind, String actor) {
        return SourceEngagement.of(sourceId, "bluesky", direction(), kind, record.time())
                .with("actor.id", actor)
                .with("object.id", record.uri());
    }

    private Direction direction() {
        return isOwn() ? Direction.OUTBOUND : Direction.INBOUND;
    }

    private boolean isOwn() {
        return settings.isAccount(record.did());
    }
}
