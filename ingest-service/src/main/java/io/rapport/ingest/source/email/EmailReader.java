package io.rapport.ingest.source.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a raw message as a stream of bounded size: attachments are skipped and never decoded, messages in messages are
 * attachments, and the number of header fields, parts and nested multiparts is limited.
 */
final class EmailReader {

    private static final int MAX_FIELDS = 1_000;
    private static final int MAX_FIELD_LENGTH = 64 << 10;
    private static final int MAX_PARTS = 500;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_BODY = 512 << 10;
    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxHeaderCount(MAX_FIELDS)
            .setMaxHeaderLen(MAX_FIELD_LENGTH)
            .setMaxLineLen(-1)
            .build();
    private static final Pattern ATTACHMENT =
            Pattern.compile("\\s*attachment\\b.*|.*\\bfilename\\s*\\*?.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final EmailHeaders headers = new EmailHeaders();
    private String contentType = "";
    private String disposition = "";
    private @Nullable String plain;
    private @Nullable String html;
    private int depth;
    private int parts;
    private boolean inMessage = true;

    private EmailReader() {}

    /**
     * Reads a message.
     *
     * @throws UnreadableEmailException if it is not one, or beyond a limit
     */
    static EmailMessage read(byte[] raw) {
        var reader = new EmailReader();
        try {
            reader.parse(raw);
        } catch (MimeException | IOException | IllegalStateException e) {
            throw new UnreadableEmailException("malformed");
        }
        var text = reader.plain == null ? QuotedTextCutter.ofHtml(reader.html) : QuotedTextCutter.ofPlain(reader.plain);
        return new EmailMessage(reader.headers, reader.contentType, text);
    }

    private void parse(byte[] raw) throws MimeException, IOException {
        var stream = new MimeTokenStream(LIMITS);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(raw));
        for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_FIELD -> readField(stream.getField());
                case T_END_HEADER -> inMessage = false;
                case T_START_BODYPART -> beginPart();
                case T_START_MULTIPART -> enter(stream.getBodyDescriptor());
                case T_END_MULTIPART -> depth--;
                case T_BODY -> readBody(stream);
                default -> {}
            }
        }
    }

    private void readField(Field field) {
        var name = field.getName().toLowerCase(Locale.ROOT);
        var value = value(field);
        if (inMessage) {
            headers.add(name, value);
        }
        if (name.equals("content-disposition")) {
            disposition = value;
        }
    }

    private void beginPart() {
        disposition = "";
        if (++parts > MAX_PARTS) {
            throw new UnreadableEmailException("too-many-parts");
        }
    }

    private void enter(BodyDescriptor descriptor) {
        rememberType(descriptor);
        if (++depth > MAX_DEPTH) {
            throw new UnreadableEmailException("nested-too-deep");
        }
    }

    private void readBody(MimeTokenStream stream) throws IOException {
        var descriptor = stream.getBodyDescriptor();
        rememberType(descriptor);
        if (ATTACHMENT.matcher(disposition).matches()) {
            return;
        }
        var type = String.valueOf(descriptor.getMimeType()).toLowerCase(Locale.ROOT);
        if (type.equals("text/plain") && plain == null) {
            plain = text(stream, descriptor);
        } else if (type.equals("text/html") && html == null && plain == null) {
            html = text(stream, descriptor);
        }
    }

    private void rememberType(BodyDescriptor descriptor) {
        if (contentType.isEmpty()) {
            contentType = String.valueOf(descriptor.getMimeType()).toLowerCase(Locale.ROOT);
        }
    }

    private static String text(MimeTokenStream stream, BodyDescriptor descriptor) throws IOException {
        try (var body = stream.getDecodedInputStream()) {
            return decode(body.readNBytes(MAX_BODY), descriptor.getCharset());
        }
    }

    private static String value(Field field) {
        var raw = field.getRaw();
        if (raw == null) {
            return Objects.requireNonNullElse(field.getBody(), "");
        }
        var line = decode(raw.toByteArray(), null);
        return line.substring(line.indexOf(':') + 1).replaceAll("\r?\n(?=[ \t])", "");
    }

    /** In the charset that is declared, else UTF-8, else what most mail without a charset is written in. */
    private static String decode(byte[] bytes, @Nullable String declared) {
        try {
            var charset = declared == null || declared.equalsIgnoreCase("us-ascii")
                    ? StandardCharsets.UTF_8
                    : Charset.forName(declared);
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return decodeAnyway(bytes);
        }
    }

    private static String decodeAnyway(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
