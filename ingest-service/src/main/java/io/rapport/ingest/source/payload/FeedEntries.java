package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.text.TextCleaner;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the entries of an RSS or Atom feed. A document with a DTD is refused, so that there are neither entities nor external
 * files. An entry is the texts of its elements by their path ({@code /author/name}), the first of each; those below
 * {@code /content} and {@code /summary} are joined. {@code /link@href} is the address of the entry, {@code @links} has all
 * addresses in it, one on each line, and {@code @name} an attribute of the entry.
 */
public final class FeedEntries {

    /** The root of Atom. */
    public static final Set<String> ATOM = Set.of("feed");
    /** The roots of Atom and of the versions of RSS. */
    public static final Set<String> ATOM_AND_RSS = Set.of("feed", "rss", "RDF");

    private static final int MAX_DEPTH = 32;
    private static final int MAX_TEXT = 100_000;
    private static final Set<String> ENTRIES = Set.of("entry", "deleted-entry", "item");

    private FeedEntries() {}

    /**
     * Reads a feed.
     *
     * @param roots the names of root elements that are accepted
     * @param entries receives the name of the element and the texts of each entry, in the order of the feed
     * @throws PayloadShapeException if it is not a feed
     */
    public static void read(byte[] xml, Set<String> roots, BiConsumer<String, Map<String, String>> entries) {
        try {
            var reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                readFeed(reader, roots, entries);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw unusable("The feed is not well-formed XML without a DTD.");
        }
    }

    static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static void readFeed(
            XMLStreamReader reader, Set<String> roots, BiConsumer<String, Map<String, String>> entries)
            throws XMLStreamException {
        var depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw unusable("The feed has a DTD.");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    var name = reader.getLocalName();
                    if (depth == 1 && !roots.contains(name)) {
                        throw unusable(
                                "The document is not a feed: its root is %s.".formatted(TextCleaner.abbreviate(name)));
                    }
                    if (depth > 1 && ENTRIES.contains(name)) {
                        entries.accept(name, readEntry(reader));
                        depth--;
                    }
                    requireDepth(depth);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

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
                addLink(reader, path.toString(), texts);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                path.setLength(Math.max(0, path.lastIndexOf("/")));
            } else if (isText(event) && !reader.isWhiteSpace()) {
                addText(path.toString(), reader.getText().strip(), texts);
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw unusable("The feed ends within an entry.");
            }
        }
        return texts;
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
    }

    private static void addLink(XMLStreamReader reader, String path, Map<String, String> texts) {
        var link = reader.getAttributeValue(null, "href");
        if (link != null) {
            var relation = reader.getAttributeValue(null, "rel");
            if (relation == null || relation.equals("alternate")) {
                texts.putIfAbsent(path + "@href", link);
            }
            texts.merge("@links", link, FeedEntries::joined);
        }
    }

    private static void addText(String path, String text, Map<String, String> texts) {
        var content = path.startsWith("/content/") ? "/content" : path.startsWith("/summary/") ? "/summary" : path;
        if (content.equals(path)) {
            texts.putIfAbsent(path, text.substring(0, Math.min(MAX_TEXT, text.length())));
        } else {
            texts.merge(content, text, FeedEntries::joined);
        }
    }

    private static String joined(String one, String other) {
        return one.length() > MAX_TEXT ? one : one + "\n" + other;
    }

    private static void requireDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw unusable("The feed is nested deeper than %d levels.".formatted(MAX_DEPTH));
        }
    }

    private static PayloadShapeException unusable(String reason) {
        return PayloadShapeException.of(reason, "");
    }
}
