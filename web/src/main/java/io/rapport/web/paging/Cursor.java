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
 * A place in an ordered list: the values of the row before it. Opaque to callers, who may only hand it back unchanged.
 *
 * @param order the order of the list, such as {@code -strength}; a cursor is good for no other
 * @param values what the list is ordered by, most significant first, the last one unique
 */
public record Cursor(String order, List<String> values) {

    /** The place after a row that has these values. */
    public static Cursor of(String order, Object... values) {
        return new Cursor(order, Stream.of(values).map(String::valueOf).toList());
    }

    /**
     * A value, when this is a cursor of that order.
     *
     * @throws ProblemException 400 when it is not
     */
    public String text(String ofOrder, int index) {
        if (!order.equals(ofOrder) || index >= values.size()) {
            throw bad();
        }
        return values.get(index);
    }

    /** A value that is a number, as {@link #text}. */
    public double number(String ofOrder, int index) {
        try {
            return Double.parseDouble(text(ofOrder, index));
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    /** As text for an address. */
    public String encoded() {
        var words = TopicKeys.join(
                        Stream.concat(Stream.of(order), values.stream()).toArray(String[]::new))
                .getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(Integer.BYTES + words.length)
                .putInt(checksum(words))
                .put(words);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static Cursor decode(String encoded) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
            var checksum = bytes.getInt();
            var words = new byte[bytes.remaining()];
            bytes.get(words);
            if (checksum != checksum(words)) {
                throw bad();
            }
            var parts = TopicKeys.split(new String(words, StandardCharsets.UTF_8));
            return new Cursor(parts.get(0), List.copyOf(parts.subList(1, parts.size())));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw bad();
        }
    }

    private static int checksum(byte[] words) {
        var checksum = new CRC32();
        checksum.update(words);
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
