package io.rapport.ingest.mongo;

import io.rapport.messaging.json.Json;
import org.bson.Document;

/** Maps events to embedded documents with the field names of their topic, and back. */
final class EventDocumentMapper {

    private EventDocumentMapper() {}

    static Document write(Object event) {
        return Json.mapper().convertValue(event, Document.class);
    }

    static <E> E read(Document document, String field, Class<E> type) {
        return Json.mapper().convertValue(document.get(field, Document.class), type);
    }
}
