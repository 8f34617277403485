package io.rapport.ingest.source.payload;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The links of a feed itself by their relation: those of the header {@code Link} (RFC 8288), else those in the document. */
public final class FeedLinks {

    private static final int MAX_DEPTH = 32;
    private static final Set<String> HEADS = Set.of("feed", "channel");
    private static final Pattern LINK = Pattern.compile("<([^<>\\s]{1,2000})>([^<>]*)");
    private static final Pattern RELATION = Pattern.compile(";\\s*rel\\s*=\\s*\"?([^\",;]*)", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> links = new HashMap<>();

    private FeedLinks() {}

    /**
     * Reads the links.
     *
     * @param headers the values of the header
     * @param xml the document; one that is not well-formed has no links from its fault on
     */
    public static FeedLinks read(List<String> headers, byte[] xml) {
        var read = new FeedLinks();
        headers.forEach(read::addAll);
        try {
            var reader = FeedEntries.factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                read.addAll(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return read;
        }
        return read;
    }

    /** The address of the first link with a relation. */
    public Optional<String> find(String relation) {
        return Optional.ofNullable(links.get(relation));
    }

    private void addAll(String header) {
        var link = LINK.matcher(header);
        while (link.find()) {
            var relation = RELATION.matcher(link.group(2));
            if (relation.find()) {
                add(relation.group(1), link.group(1));
            }
        }
    }

    private void addAll(XMLStreamReader reader) throws XMLStreamException {
        var parents = new ArrayDeque<String>();
        while (reader.hasNext() && parents.size() <= MAX_DEPTH) {
            var event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                var parent = parents.peek();
                if (parent != null
                        && HEADS.contains(parent)
                        && reader.getLocalName().equals("link")) {
                    add(reader.getAttributeValue(null, "rel"), reader.getAttributeValue(null, "href"));
                }
                parents.push(reader.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                parents.pop();
            }
        }
    }

    private void add(@Nullable String relations, @Nullable String address) {
        if (relations != null && address != null) {
            for (var relation : relations.strip().split("\\s+")) {
                links.putIfAbsent(relation, address.strip());
            }
        }
    }
}
