package io.rapport.ingest.source.email;

import io.rapport.ingest.domain.input.TimestampFormats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.jspecify.annotations.Nullable;

/** The header of a message. Names are in lower case; of a repeated field all values are kept, in their order. */
final class EmailHeaders {

    private static final int MAX_ADDRESSES = 100;
    private static final int MAX_LINE = 500;
    private static final Duration CLOCK_ERROR = Duration.ofDays(1);
    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,400})>");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");

    private final Map<String, List<String>> fields = new HashMap<>();

    /** An address with its display name. */
    record Party(String address, @Nullable String name) {

        String localPart() {
            return address.substring(0, address.lastIndexOf('@'));
        }
    }

    void add(String name, String value) {
        fields.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(value.strip());
    }

    /** The first value of a field, as written; empty text if there is none. */
    String first(String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The first value of a field as a line of text; null if there is none. */
    @Nullable
    String line(String name) {
        return line(first(name), MAX_LINE);
    }

    /** The addresses in the values of some fields, each once. */
    List<Party> parties(String... names) {
        var found = new LinkedHashMap<String, Party>();
        for (var name : names) {
            for (var value : fields.getOrDefault(name, List.of())) {
                for (var mailbox : mailboxes(value)) {
                    var address = String.valueOf(mailbox.getAddress()).strip().toLowerCase(Locale.ROOT);
                    if (found.size() < MAX_ADDRESSES && ADDRESS.matcher(address).matches()) {
                        found.putIfAbsent(address, new Party(address, displayName(mailbox, address)));
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The ids in a field of message ids, without their brackets. */
    List<String> messageIds(String name) {
        return MESSAGE_ID
                .matcher(first(name))
                .results()
                .limit(MAX_ADDRESSES)
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** When the message was sent; by the time of receipt in its header where the clock of the sender is wrong. */
    @Nullable
    Instant sentAt() {
        var sent = time(first("date"));
        var trace = first("received");
        var received = time(trace.substring(trace.lastIndexOf(';') + 1));
        return sent.filter(each -> received.isEmpty()
                        || Duration.between(each, received.get()).abs().compareTo(CLOCK_ERROR) <= 0)
                .or(() -> received)
                .orElse(null);
    }

    private static Optional<Instant> time(String written) {
        return written.isBlank() || written.length() > MAX_LINE
                ? Optional.empty()
                : TimestampFormats.parse(COMMENT.matcher(written).replaceAll(" "));
    }

    private static List<Mailbox> mailboxes(String value) {
        return LenientAddressParser.DEFAULT.parseAddressList(value).flatten();
    }

    private static @Nullable String displayName(Mailbox mailbox, String address) {
        var name = mailbox.getName() == null ? null : line(mailbox.getName(), MAX_LINE);
        return name == null || name.equalsIgnoreCase(address) ? null : name;
    }

    private static @Nullable String line(String written, int max) {
        var decoded = DecoderUtil.decodeEncodedWords(written, DecodeMonitor.SILENT)
                .replaceAll("\\s+", " ")
                .strip();
        return decoded.isEmpty() ? null : decoded.substring(0, Math.min(max, decoded.length()));
    }
}
