package io.rapport.ingest.source.youtube;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.input.TimestampFormats;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.PayloadShapeException;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an Atom feed of uploads. A document with a DTD is refused, so that there are neither entities nor external files.
 */
final class UploadFeed {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_TEXT = 100_000;
    private static final String DELETED = "deleted-entry";

    private final byte[] xml;
    private final PayloadMapping mapping;
    private int entries;

    UploadFeed(byte[] xml, PayloadMapping mapping) {
        this.xml = xml;
        this.mapping = mapping;
    }

    void read() {
        try {
            var reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                readFeed(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw unusable("The feed is not well-formed XML without a DTD.", "");
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void readFeed(XMLStreamReader reader) throws XMLStreamException {
        var depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw unusable("The feed has a DTD.", "");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    var name = reader.getLocalName();
                    if (depth == 1 && !name.equals("feed")) {
                        throw unusable("The document is not an Atom feed: its root is not feed.", "");
                    }
                    if (depth == 2 && (name.equals("entry") || name.equals(DELETED))) {
                        mapEntry(name, readEntry(reader));
                        depth--;
                    }
                    requireDepth(depth);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /** Reads the texts of an entry by the names of the elements they stand in, the outermost first. */
    private static Map<String, String> readEntry(XMLStreamReader reader) throws XMLStreamException {
        var texts = new HashMap<String, String>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            texts.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        var path = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            var event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                requireDepth(depth);
                path.append('/').append(reader.getLocalName());
                var link = reader.getAttributeValue(null, "href");
                if (link != null) {
                    texts.putIfAbsent(path + "@href", link);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                path.setLength(Math.max(0, path.lastIndexOf("/")));
            } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
                var text = reader.getText().strip();
                texts.putIfAbsent(path.toString(), text.substring(0, Math.min(MAX_TEXT, text.length())));
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw unusable("The feed ends within an entry.", "");
            }
        }
        return texts;
    }

    private void mapEntry(String name, Map<String, String> entry) {
        var path = "/feed/entry/" + entries++;
        mapping.entry(() -> mapping.add(name.equals(DELETED) ? deletion(entry, path) : upload(entry, path)));
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

    private static void requireDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw unusable("The feed is nested deeper than %d levels.".formatted(MAX_DEPTH), "");
        }
    }

    private static PayloadShapeException unusable(String reason, String path) {
        return PayloadShapeException.of(reason, path);
    }
}
