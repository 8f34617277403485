package io.rapport.ingest.source.imap;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.TokenRenewal;
import io.rapport.ingest.source.payload.AccountCursors;
import io.rapport.ingest.source.payload.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the messages of a mailbox: of its inbox and its sent messages, or of the setting {@code folders}. The cursor is the next UID of
 * each folder with its UIDVALIDITY. The first page begins with the newest messages of each folder; a backfill with those of its day.
 */
public final class ImapFetcher implements SourceFetcher {

    /** The name of the secret of mailboxes that are read with a password. */
    public static final String PASSWORD = "password";

    /** The name of the secret of mailboxes that are read with OAuth 2.0; it is renewed where that is possible. */
    public static final String ACCESS_TOKEN = "accessToken";

    private static final String SERVER = "imap";
    private static final String USER = "user";
    private static final String FOLDERS = "folders";
    private static final String INBOX = "INBOX";
    private static final int FIRST_MESSAGES = 100;
    private static final int MAX_FOLDERS = 10;
    private static final Duration NOTHING_TO_READ = Duration.ofHours(1);
    private static final Pattern ADDRESS = Pattern.compile("imaps?://[\\w.-]+(:\\d{1,5})?/?");
    private static final Pattern ENDPOINT = Pattern.compile("https://[\\w.-]+(:\\d{1,5})?/[\\w./~%?=&-]{0,500}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    @Override
    public FetchedPage fetch(
            @Nullable String cursor, SourceSettings settings, SourceSecrets secrets, HttpFetcher http) {
        var server = settings.text(SERVER);
        if (server.isEmpty()) {
            return new FetchedPage(List.of(), null, false, NOTHING_TO_READ);
        }
        var user = settings.text(USER).orElseThrow(() -> new FetchFailedException("The setting user is missing."));
        var login = login(user, secrets);
        var page = new Page(AccountCursors.parse(cursor), backfill(cursor), settings);
        try {
            http.connect(URI.create(server.get().strip()), connection -> {
                var session = new ImapSession(connection);
                login.run(session);
                page.read(session);
                session.logout();
            });
        } catch (FetchFailedException e) {
            // What was read whole before the connection was cut counts; the next page continues behind it.
            if (page.payloads.isEmpty()) {
                throw e;
            }
            page.more = true;
        }
        return new FetchedPage(page.payloads, page.cursors.text(), page.more, null);
    }

    /**
     * Checks the settings of a mailbox.
     *
     * @throws InputRejectedException if one of them cannot be used
     */
    public static void requireValid(SourceSettings settings) {
        var server = settings.values().get(SERVER);
        if (server == null) {
            return;
        }
        if (!(server instanceof String address)
                || !ADDRESS.matcher(address.strip()).matches()) {
            throw InputRejectedException.invalid(
                    "settings." + SERVER, "has to be the address of a mail server, such as imaps://mail.example.com.");
        }
        if (settings.text(USER).isEmpty()) {
            throw InputRejectedException.invalid("settings." + USER, "is missing: the name to log in with.");
        }
        var endpoint = settings.values().get(TokenRenewal.ENDPOINT);
        if (endpoint != null
                && !(endpoint instanceof String url && ENDPOINT.matcher(url).matches())) {
            throw InputRejectedException.invalid("settings." + TokenRenewal.ENDPOINT, "has to be an https address.");
        }
        requireFolders(settings);
    }

    private static void requireFolders(SourceSettings settings) {
        var folders = settings.values().get(FOLDERS);
        if (folders != null && SettingsReader.texts(settings, FOLDERS).isEmpty()
                || SettingsReader.texts(settings, FOLDERS).size() > MAX_FOLDERS) {
            throw InputRejectedException.invalid(
                    "settings." + FOLDERS, "has to be a list of 1 to %d names of folders.".formatted(MAX_FOLDERS));
        }
    }

    /** Logs in to a mailbox. */
    @FunctionalInterface
    private interface MailboxLogin {
        void run(ImapSession session) throws IOException;
    }

    private static MailboxLogin login(String user, SourceSecrets secrets) {
        var token = secrets.newest(ACCESS_TOKEN);
        if (token.isPresent()) {
            return session -> session.authenticate(user, token.get());
        }
        var password = secrets.newest(PASSWORD)
                .orElseThrow(() -> new FetchFailedException(
                        "The connection has neither the secret password nor the secrets refreshToken and clientId."));
        return session -> session.login(user, password);
    }

    private static Optional<String> backfill(@Nullable String cursor) {
        try {
            return AccountCursors.backfill(cursor)
                    .map(Instant::parse)
                    .map(from -> DAY.format(from.atOffset(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** One page, as far as it is read. */
    private static final class Page {

        private final AccountCursors cursors;
        private final Optional<String> since;
        private final SourceSettings settings;
        private final List<SourcePayload> payloads = new ArrayList<>();
        private boolean more;

        Page(AccountCursors cursors, Optional<String> since, SourceSettings settings) {
            this.cursors = cursors;
            this.since = since;
            this.settings = settings;
        }

        void read(ImapSession session) throws IOException {
            for (var folder : folders(session)) {
                var opened = session.examine(folder);
                var known = cursors.find(folder).flatMap(FolderPosition::parse);
                if (known.isEmpty()) {
                    cursors.set(folder, start(session, opened).text());
                    more = true;
                } else if (payloads.isEmpty()) {
                    read(session, folder, opened, known.get().in(opened));
                } else {
                    more = true;
                }
            }
        }

        private void read(ImapSession session, String folder, ImapSession.OpenFolder opened, FolderPosition from)
                throws IOException {
            var messages = new FolderMessages(session, opened, from);
            cursors.set(folder, from.text());
            messages.read((uid, raw) -> {
                payloads.add(SourcePayload.of(raw, "message/rfc822"));
                cursors.set(folder, from.after(uid).text());
            });
            cursors.set(folder, messages.next().text());
            more |= messages.hasMore();
        }

        private FolderPosition start(ImapSession session, ImapSession.OpenFolder opened) throws IOException {
            var end = new FolderPosition(opened.validity(), opened.next());
            if (opened.messages() == 0) {
                return end;
            }
            var found = session.search(since.map(day -> "SINCE " + day)
                    .orElse(Math.max(1, opened.messages() - FIRST_MESSAGES + 1) + ":*"));
            return found.isEmpty() ? end : new FolderPosition(opened.validity(), found.get(0));
        }

        private List<String> folders(ImapSession session) throws IOException {
            var named = SettingsReader.texts(settings, FOLDERS);
            if (!named.isEmpty()) {
                return named;
            }
            var sent = session.findSent();
            return sent.isPresent() ? List.of(INBOX, sent.get()) : List.of(INBOX);
        }
    }
}
