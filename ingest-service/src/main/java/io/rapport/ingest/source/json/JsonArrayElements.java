package io.rapport.ingest.source.json;

import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.source.table.MalformedFileException;
import io.rapport.messaging.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/** Reads the elements of a JSON array one by one. Of an element that is too large, as much as makes it too large. */
final class JsonArrayElements implements JsonRowFile.ElementReader {

    private final JsonParser parser;

    private JsonArrayElements(JsonParser parser) {
        this.parser = parser;
    }

    static JsonArrayElements open(InputStream in) {
        var parser = Json.mapper().createParser(in);
        parser.nextToken();
        return new JsonArrayElements(parser);
    }

    @Override
    public byte @Nullable [] read() throws java.io.IOException {
        try {
            var token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                return null;
            }
            if (token == null) {
                throw new MalformedFileException("The array does not end: the file is not complete.");
            }
            return copy();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new MalformedFileException("The JSON cannot be parsed" + JsonErrorLocation.describe(e) + ".");
        }
    }

    private byte[] copy() {
        var bytes = new ByteArrayOutputStream();
        try (var generator = Json.mapper().createGenerator(bytes)) {
            var depth = 0;
            do {
                var token = parser.currentToken();
                if (token == null) {
                    throw new MalformedFileException("The array does not end: the file is not complete.");
                }
                if (bytes.size() <= InputRow.MAX_BYTES) {
                    generator.copyCurrentEventExact(parser);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            } while (depth > 0 && parser.nextToken() != JsonToken.NOT_AVAILABLE);
        }
        return bytes.toByteArray();
    }
}
