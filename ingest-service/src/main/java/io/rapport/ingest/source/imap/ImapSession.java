package io.rapport.ingest.source.imap;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpFetcher.ByteConnection;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A session with a server. Folders are opened with {@code EXAMINE} and messages are read with {@code BODY.PEEK}, so that nothing changes
 * in the mailbox, not even what is unread.
 */
final class ImapSession {

    private static final Pattern CODE =
            Pattern.compile("\\[(UIDVALIDITY|UIDNEXT) (\\d{1,10})]", Pattern.CASE_INSENSITIVE);
    private static final List<String> SENT_NAMES = List.of("sent", "sent items", "sent messages", "inbox.sent");
    private static final int MAX_COMMAND = 16 << 10;

    private BufferedInputStream in;
    private ImapReader reader;
    private OutputStream out;
    private int commands;

    /**
     * Begins a session. A connection that is not encrypted is encrypted first.
     *
     * @throws FetchFailedException if the server refuses
     */
    ImapSession(ByteConnection connection) throws IOException {
        in = new BufferedInputStream(connection.input());
        reader = new ImapReader(in);
        out = connection.output();
        var greeting = reader.read();
        if (!greeting.tag().equals("*") || !greeting.word(0).equals("OK")) {
            throw new FetchFailedException("The mail server refuses the connection, or is no IMAP server.");
        }
        if (!connection.isEncrypted()) {
            encrypt(connection);
        }
    }

    /** What arrived before the encryption may be of anyone between: nothing of it is read afterwards. */
    private void encrypt(ByteConnection connection) throws IOException {
        if (send("STARTTLS").isEmpty()) {
            throw new FetchFailedException(
                    "The mail server does not offer encryption (STARTTLS), without which it is not read. Enter its address as imaps://.");
        }
        if (in.available() > 0) {
            throw new ProtocolException("Unencrypted bytes arrive after STARTTLS");
        }
        connection.encrypt();
        in = new BufferedInputStream(connection.input());
        reader = new ImapReader(in);
        out = connection.output();
    }

    /**
     * An opened folder.
     *
     * @param validity UIDs are those of earlier sessions as long as it stays
     * @param next the UID of the next message
     * @param messages their number
     */
    record OpenFolder(long validity, long next, long messages) {}

    void login(String user, String password) throws IOException {
        if (send("LOGIN " + quote(user) + " " + quote(password)).isEmpty()) {
            throw new FetchFailedException("The mail server refuses the login. Check the setting user and the secret"
                    + " password; many providers need a password for apps.");
        }
    }

    /**
     * Logs in with an access token of OAuth 2.0 (XOAUTH2).
     *
     * @throws FetchFailedException if the server does not accept the token, which may have expired
     */
    void authenticate(String user, String accessToken) throws IOException {
        var token = "user=" + user + "\1auth=Bearer " + accessToken + "\1\1";
        var answers = new ArrayDeque<>(
                List.of(Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)), ""));
        // A server that refuses the token sends the reason as a further challenge, which has an empty answer.
        if (send("AUTHENTICATE XOAUTH2", answers).isEmpty()) {
            throw FetchFailedException.unauthorized(
                    "The mail server does not accept the access token of the setting user."
                            + " Check that the app may read mail by IMAP, and authorize it again.");
        }
    }

    /** The folder of sent messages: the one with the attribute for it, else by its name; empty if there is none. */
    Optional<String> findSent() throws IOException {
        var folders = send("LIST \"\" \"*\"").orElse(List.of()).stream()
                .filter(each -> each.word(0).equals("LIST"))
                .filter(each -> each.values().size() > 3)
                .map(ImapResponse::values)
                .toList();
        var marked = folders.stream()
                .filter(each -> each.get(1).elements().stream()
                        .anyMatch(attribute -> attribute.word().equals("\\SENT")))
                .findFirst();
        return marked.or(() -> folders.stream()
                        .filter(each -> SENT_NAMES.contains(each.get(3).word().toLowerCase(Locale.ROOT)))
                        .findFirst())
                .map(each -> each.get(3).text());
    }

    /** Opens a folder for reading. */
    OpenFolder examine(String folder) throws IOException {
        var responses = send("EXAMINE " + quote(folder))
                .orElseThrow(() -> new FetchFailedException(
                        "The mail server does not open the folder '%s'. Check the setting folders.".formatted(folder)));
        long validity = -1;
        long next = -1;
        long messages = 0;
        for (var response : responses) {
            if (response.word(1).equals("EXISTS")) {
                messages = response.values().get(0).number();
            }
            var code = CODE.matcher(
                    response.values().get(response.values().size() - 1).text());
            if (response.word(0).equals("OK") && code.find()) {
                var number = Long.parseLong(code.group(2));
                if (code.group(1).equalsIgnoreCase("UIDNEXT")) {
                    next = number;
                } else {
                    validity = number;
                }
            }
        }
        if (validity < 0 || next < 0) {
            throw new FetchFailedException("The mail server does not number its messages (UIDVALIDITY, UIDNEXT).");
        }
        return new OpenFolder(validity, next, messages);
    }

    /** The UIDs of the messages that match, ascending. */
    List<Long> search(String criteria) throws IOException {
        return required("UID SEARCH " + criteria).stream()
                .filter(each -> each.word(0).equals("SEARCH"))
                .flatMap(each -> each.values().stream().skip(1))
                .map(ImapValue::number)
                .filter(uid -> uid > 0)
                .sorted()
                .distinct()
                .toList();
    }

    /** The items of messages, each with its UID. */
    List<ImapValue> fetch(List<Long> uids, String items) throws IOException {
        var set = uids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return required("UID FETCH " + set + " (" + items + ")").stream()
                .map(ImapResponse::fetched)
                .filter(each -> each.after("UID").number() > 0)
                .toList();
    }

    /** Ends the session. */
    void logout() throws IOException {
        send("LOGOUT");
    }

    private List<ImapResponse> required(String command) throws IOException {
        return send(command)
                .orElseThrow(() -> new FetchFailedException("The mail server refuses to search or read messages."));
    }

    /** Sends a command and reads the responses to it; empty if it is refused. */
    private Optional<List<ImapResponse>> send(String command) throws IOException {
        return send(command, new ArrayDeque<>());
    }

    /** As {@link #send(String)}, with the answers to the challenges of the server. */
    private Optional<List<ImapResponse>> send(String command, Queue<String> answers) throws IOException {
        var tag = "r" + ++commands;
        var line = tag + " " + command + "\r\n";
        if (line.length() > MAX_COMMAND) {
            throw new FetchFailedException("A name in the settings is too long.");
        }
        write(line);
        var responses = new ArrayList<ImapResponse>();
        while (true) {
            var response = reader.read();
            if (response.tag().equals(tag)) {
                return response.word(0).equals("OK") ? Optional.of(responses) : Optional.empty();
            }
            if (response.tag().equals("+") && !answers.isEmpty()) {
                write(answers.remove() + "\r\n");
            }
            if (response.tag().equals("*") && !response.values().isEmpty()) {
                responses.add(response);
            }
        }
    }

    private void write(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String quote(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new FetchFailedException(
                    "The user, the password and the folders must not have other characters than those of ASCII.");
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
