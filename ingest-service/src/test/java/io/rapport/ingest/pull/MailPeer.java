package io.rapport.ingest.pull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * An IMAP server on the loopback address, as far as it is read. It refuses every command that could change a mailbox. After a set number of
 * bytes it cuts each connection.
 */
final class MailPeer implements AutoCloseable {

    static final String PASSWORD = "se\\cr\"et";

    /** How connections are encrypted. */
    enum PeerEncryption {
        /** From the begin. */
        IMAPS,
        /** After the command for it. */
        STARTTLS,
        /** After the command for it, with further bytes behind the response, as an attacker between adds them. */
        STARTTLS_WITH_MORE,
        /** Not at all. */
        NONE
    }

    /** The access token that is accepted. */
    volatile String accessToken = "";

    /** The commands that it got, without their tags. */
    final List<String> commands = new CopyOnWriteArrayList<>();

    /** After how many bytes each connection is cut; negative for never. */
    final AtomicInteger cutAfter = new AtomicInteger(-1);

    final Map<String, TreeMap<Long, MailMessage>> folders = new LinkedHashMap<>();
    long validity = 7;

    private final ServerSocket server;
    private final PeerEncryption encryption;
    private final SSLSocketFactory tls;

    /**
     * A message.
     *
     * @param structure as the server describes it
     * @param sections the content of its header and of its parts, by section
     */
    record MailMessage(String structure, Map<String, String> sections) {

        static MailMessage plain(String header, String text) {
            return new MailMessage(
                    "(\"TEXT\" \"PLAIN\" (\"CHARSET\" \"utf-8\") NIL NIL \"8BIT\" %d 1 NIL NIL NIL NIL)"
                            .formatted(text.length()),
                    Map.of("HEADER", header, "1", text));
        }
    }

    MailPeer(PeerEncryption encryption, SSLSocketFactory tls) {
        this.encryption = encryption;
        this.tls = tls;
        try {
            this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "mail-peer");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return (encryption == PeerEncryption.IMAPS ? "imaps" : "imap") + "://127.0.0.1:" + server.getLocalPort();
    }

    void put(String folder, long uid, MailMessage message) {
        folders.computeIfAbsent(folder, key -> new TreeMap<>()).put(uid, message);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var plain = server.accept()) {
                plain.setTcpNoDelay(true);
                if (encryption == PeerEncryption.IMAPS) {
                    answer(encrypted(plain));
                } else {
                    answer(plain);
                }
            } catch (IOException e) {
                // The client has gone, the connection was cut, or the server is closed.
            }
        }
    }

    private Socket encrypted(Socket plain) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private void answer(Socket socket) throws IOException {
        try (socket) {
            write(socket.getOutputStream(), "* OK [CAPABILITY IMAP4rev1] ready (\"now)\r\n");
            answer(socket, new CutOutput(socket.getOutputStream(), cutAfter.get()));
        }
    }

    private void answer(Socket socket, OutputStream out) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        var folder = new TreeMap<Long, MailMessage>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            var tag = line.substring(0, line.indexOf(' '));
            var command = line.substring(tag.length() + 1);
            commands.add(command);
            var word = command.split(" ", 2)[0];
            var result = "OK done";
            switch (word) {
                case "STARTTLS" -> {
                    if (encryption != PeerEncryption.NONE) {
                        var more = encryption == PeerEncryption.STARTTLS_WITH_MORE ? "* OK more\r\n" : "";
                        write(out, tag + " OK begin\r\n" + more);
                        var encrypted = encrypted(socket);
                        answer(encrypted, new CutOutput(encrypted.getOutputStream(), cutAfter.get()));
                        return;
                    }
                    result = "BAD no encryption";
                }
                case "AUTHENTICATE" -> result = authenticate(reader, out);
                case "LOGIN" ->
                    result = command.equals("LOGIN \"ann\" \"se\\\\cr\\\"et\"")
                            ? result
                            : "NO [AUTHENTICATIONFAILED] no";
                case "LIST" -> list(out);
                case "EXAMINE" -> {
                    folder = folders.get(command.split("\"")[1]);
                    if (folder == null) {
                        folder = new TreeMap<>();
                        result = "NO no such folder";
                    } else {
                        examine(out, folder);
                    }
                }
                case "UID" -> uid(out, command, folder);
                case "LOGOUT" -> write(out, "* BYE bye\r\n");
                default -> result = "BAD this server is read only";
            }
            write(out, tag + " " + result + "\r\n");
        }
    }

    private String authenticate(BufferedReader reader, OutputStream out) throws IOException {
        write(out, "+ \r\n");
        var sent = new String(Base64.getDecoder().decode(reader.readLine()), StandardCharsets.UTF_8);
        if (sent.equals("user=ann\1auth=Bearer " + accessToken + "\1\1")) {
            return "OK done";
        }
        write(out, "+ eyJzdGF0dXMiOiI0MDEifQ==\r\n");
        return reader.readLine().isEmpty() ? "NO token" : "BAD answer";
    }

    private void list(OutputStream out) throws IOException {
        for (var name : folders.keySet()) {
            var attributes = name.startsWith("Sen") || name.contains("Sendt") ? "(\\HasNoChildren \\Sent)" : "()";
            write(out, "* LIST %s \"/\" \"%s\"\r\n".formatted(attributes, name));
        }
    }

    private void examine(OutputStream out, TreeMap<Long, MailMessage> folder) throws IOException {
        var next = folder.isEmpty() ? 1 : folder.lastKey() + 1;
        write(
                out,
                "* FLAGS (\\Seen)\r\n* %d EXISTS\r\n* OK [UIDVALIDITY %d] ok\r\n* OK [UIDNEXT %d] ok\r\n"
                        .formatted(folder.size(), validity, next));
    }

    private void uid(OutputStream out, String command, TreeMap<Long, MailMessage> folder) throws IOException {
        var words = command.split(" ", 4);
        if (words[1].equals("SEARCH")) {
            write(out, "* SEARCH" + search(words, folder) + "\r\n");
            return;
        }
        for (var uid : words[2].split(",")) {
            var message = folder.get(Long.parseLong(uid));
            if (message != null) {
                fetch(out, uid, words[3], message);
            }
        }
    }

    private static String search(String[] words, TreeMap<Long, MailMessage> folder) {
        if (words[2].equals("UID")) {
            var range = words[3].split(":");
            return uids(folder.subMap(Long.parseLong(range[0]), true, Long.parseLong(range[1]), true)
                    .keySet());
        }
        var all = new ArrayList<>(folder.keySet());
        return words[2].equals("SINCE")
                ? uids(all.subList(all.size() / 2, all.size()))
                : uids(all.subList(Integer.parseInt(words[2].split(":")[0]) - 1, all.size()));
    }

    private static String uids(Iterable<Long> uids) {
        var text = new StringBuilder();
        uids.forEach(uid -> text.append(' ').append(uid));
        return text.toString();
    }

    private static void fetch(OutputStream out, String uid, String items, MailMessage message) throws IOException {
        var parts = new ArrayList<String>();
        parts.add("UID " + uid);
        for (var item : items.substring(1, items.length() - 1).split(" ")) {
            if (item.equals("BODYSTRUCTURE")) {
                parts.add("BODYSTRUCTURE " + message.structure());
            } else if (item.startsWith("BODY.PEEK[")) {
                var section = item.substring("BODY.PEEK[".length(), item.indexOf(']'));
                var content = message.sections().get(section);
                if (content == null) {
                    throw new IOException("Section " + section + " must not be read");
                }
                parts.add("BODY[%s]<0> {%d}\r\n%s"
                        .formatted(section, content.getBytes(StandardCharsets.UTF_8).length, content));
            } else if (!item.equals("UID")) {
                throw new IOException("Item " + item + " must not be read");
            }
        }
        write(out, "* 1 FETCH (" + parts.stream().collect(Collectors.joining(" ")) + ")\r\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Writes so many bytes, then fails. */
    private static final class CutOutput extends OutputStream {

        private final OutputStream out;
        private final int limit;
        private int written;

        CutOutput(OutputStream out, int limit) {
            this.out = out;
            this.limit = limit;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            var most = limit < 0 ? length : Math.min(length, limit - written);
            out.write(Arrays.copyOfRange(bytes, from, from + most));
            written += most;
            if (most < length) {
                out.flush();
                throw new IOException("cut");
            }
        }
    }
}
