package io.rapport.ingest.source.youtube;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.input.TimestampFormats;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.source.payload.FeedEntries;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.PayloadShapeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads an Atom feed of uploads. A document with a DTD is refused, so that there are neither entities nor external files.
 */
final class UploadFeed {

    private static final String DELETED = "deleted-entry";

    private final byte[] xml;
    private final PayloadMapping mapping;
    private int entries;

    UploadFeed(byte[] xml, PayloadMapping mapping) {
        this.xml = xml;
        this.mapping = mapping;
    }

    void read() {
        FeedEntries.read(xml, FeedEntries.ATOM, this::mapEntry);
    }

    private void mapEntry(String name, Map<String, String> entry) {
        var path = "/feed/entry/" + entries++;
        mapping.entry(() -> mapping.add(name.equals(DELETED) ? deletion(entry, path) : upload(entry, path)));
    }

    /** When an entry was published, changed or deleted last; empty if it contains no such time. */
    static Optional<Instant> changed(Map<String, String> entry) {
        return Stream.of("@when", "/updated", "/published")
                .flatMap(name -> Stream.ofNullable(entry.get(name)))
                .findFirst()
                .flatMap(TimestampFormats::parse);
    }

    private static SourceMapping.Mapped upload(Map<String, String> entry, String path) {
        var video = required(entry, "/videoId", path);
        var channel = required(entry, "/channelId", path);
        var published = time(entry, "/published", path);
        var updated = entry.containsKey("/updated") ? time(entry, "/updated", path) : published;
        return engagement(video, channel, published)
                .with("object.url", entry.get("/link@href"))
                .with("content.text", entry.get("/title"))
                .forAccount(channel, updated.toEpochMilli(), false);
    }

    private static SourceMapping.Mapped deletion(Map<String, String> entry, String path) {
        var reference = required(entry, "@ref", path);
        var page = required(entry, "/by/uri", path);
        var time = time(entry, "@when", path);
        var video = reference.substring(reference.lastIndexOf(':') + 1);
        var channel = page.substring(page.lastIndexOf('/') + 1);
        return engagement(video, channel, time).forAccount(channel, time.toEpochMilli(), true);
    }

    private static SourceEngagement engagement(String video, String channel, Instant time) {
        return SourceEngagement.of("video:" + video, "youtube", Direction.OUTBOUND, EngagementKind.POST, time)
                .with("actor.id", channel)
                .with("staff.id", channel)
                .with("object.id", video);
    }

    private static String required(Map<String, String> entry, String name, String path) {
        return PayloadNode.ofText(entry.get(name), path + name).requiredText();
    }

    private static Instant time(Map<String, String> entry, String name, String path) {
        var written = required(entry, name, path);
        return Optional.of(written)
                .filter(text -> text.length() < 64)
                .flatMap(TimestampFormats::parse)
                .orElseThrow(() -> unusable(path + name + " has to be a timestamp with an offset.", path + name));
    }

    private static PayloadShapeException unusable(String reason, String path) {
        return PayloadShapeException.of(reason, path);
    }
}
