package io.rapport.ingest.source.mapped;

import tools.jackson.databind.JsonNode;

/**
 * One entry of a payload, with its place.
 *
 * @param root the whole payload
 * @param entry the entry
 * @param path the JSON Pointer of the entry
 */
record MappedPayload(JsonNode root, JsonNode entry, String path) {

    /** The node at a pointer. */
    JsonNode at(MappedPointer pointer) {
        return (pointer.ofRoot() ? root : entry).at(pointer.pointer());
    }

    /** A pointer from the root of the payload. */
    String absolute(MappedPointer pointer) {
        return pointer.ofRoot() ? pointer.pointer().toString() : path + pointer.pointer();
    }
}
