package io.rapport.ingest.source.json;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.messaging.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * One JSON object in a request body, parsed lazily.
 *
 * @param body the whole body
 * @param from the start offset of the row
 * @param to the end offset of the row
 */
@SuppressWarnings("ArrayRecordComponent") // rows are never compared
public record JsonRow(int index, byte[] body, int from, int to) implements InputRow {

    private static final ObjectReader READER = Json.mapper()
            .readerFor(Map.class)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Override
    public Map<?, ?> fields() {
        if (to - from > MAX_BYTES) {
            throw new InputRejectedException(
                    RejectionCode.TOO_LARGE,
                    "The row has %d bytes; the maximum is %d. Leave out data that does not belong to this engagement."
                            .formatted(to - from, MAX_BYTES));
        }
        try {
            Map<?, ?> fields = READER.readValue(body, from, to - from);
            if (fields != null) {
                return fields;
            }
        } catch (StreamConstraintsException e) {
            throw unparseable("The row is nested deeper than %d levels, or has a number or name that is too long."
                    .formatted(Json.MAX_DEPTH));
        } catch (MismatchedInputException e) {
            throw notAnObject();
        } catch (JacksonException e) {
            throw unparseable("The row is not valid JSON" + JsonErrorLocation.describe(e) + ".");
        }
        throw notAnObject();
    }

    @Override
    public String raw() {
        return new String(body, from, to - from, StandardCharsets.UTF_8);
    }

    private static InputRejectedException notAnObject() {
        return unparseable("The row is not a JSON object.");
    }

    private static InputRejectedException unparseable(String message) {
        return new InputRejectedException(RejectionCode.UNPARSEABLE, message);
    }
}
