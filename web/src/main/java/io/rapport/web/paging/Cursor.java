package io.rapport.web.paging;

import io.rapport.contracts.TopicKeys;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.springframework.http.HttpStatus;

/**
 * A position in an ordered list, given by the values of the row before it. Opaque to API clients.
 *
 * @param order the order of the list, such as {@code -strength}; a cursor is valid for this order only
 * @param values the values the list is ordered by, most significant first, the last one unique
 */
public record Cursor(String order, List<String> values) {

    /** The position after the row with these values. */
    public static Cursor of(String order, Object... values) {
        return new Cursor(order, Stream.of(values).map(String::valueOf).toList());
    }

    /**
     * A value of the cursor.
     *
     * @throws ProblemException 400 if the cursor is of another order
     */
    public String text(String ofOrder, int index) {
        if (!order.equals(ofOrder) || index >= values.size()) {
            throw bad();
        }
        return values.get(index);
    }

    /** A numeric value of the cursor, see {@link #text}. */
    public double number(String ofOrder, int index) {
        try {
            return Double.parseDouble(text(ofOrder, index));
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    /** The cursor as URL-safe text with a checksum. */
    public String encoded() {
        var content = TopicKeys.join(
                        Stream.concat(Stream.of(order), values.stream()).toArray(String[]::new))
                .getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(Integer.BYTES + content.length)
                .putInt(checksum(content))
                .put(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static Cursor decode(String encoded) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
            var checksum = bytes.getInt();
            var content = new byte[bytes.remaining()];
            bytes.get(content);
            if (checksum != checksum(content)) {
                throw bad();
            }
            var parts = TopicKeys.split(new String(content, StandardCharsets.UTF_8));
            return new Cursor(parts.get(0), List.copyOf(parts.subList(1, parts.size())));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw bad();
        }
    }

    private static int checksum(byte[] content) {
        var checksum = new CRC32();
        checksum.update(content);
        return (int) checksum.getValue();
    }

    private static ProblemException bad() {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "bad-cursor",
                        "Not a cursor of this list",
                        "Hand back 'next' of the page before unchanged, with the same sort and filters, or leave it out.")
                .with("parameter", "cursor")
                .asException();
    }
}
