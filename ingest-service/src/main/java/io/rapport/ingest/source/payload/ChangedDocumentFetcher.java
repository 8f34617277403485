package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches documents whose addresses are a setting, a list, every 15 minutes. A document that fails does not hold up the others;
 * if none can be fetched, the fetch fails.
 *
 * @param setting the name of the setting
 * @param onlyChanged whether a document is left out as long as its entity tag is the same; then it is not mapped again
 */
public record ChangedDocumentFetcher(String setting, boolean onlyChanged) implements SourceFetcher {

    /** The header of a payload with the address of its document, as the setting has it. */
    public static final String LOCATION = "content-location";

    /** The header of a payload with the links that the server sent. */
    public static final String LINK = "link";

    private static final int MAX_DOCUMENTS = 50;
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.-]+(:\\d{1,5})?([/?#][!-~]*)?");

    @Override
    public FetchedPage fetch(
            @Nullable String cursor, SourceSettings settings, SourceSecrets secrets, HttpFetcher http) {
        var cursors = AccountCursors.parse(cursor);
        var payloads = new ArrayList<SourcePayload>();
        var failures = new ArrayList<FetchFailedException>();
        var addresses = addresses(settings, setting);
        for (var address : addresses) {
            try {
                fetch(address, cursors, http, payloads);
            } catch (FetchFailedException e) {
                failures.add(e);
            }
        }
        if (!addresses.isEmpty() && failures.size() == addresses.size()) {
            throw failures.get(0);
        }
        return new FetchedPage(payloads, cursors.text(), false, PAUSE);
    }

    /**
     * Checks the addresses in a setting.
     *
     * @throws InputRejectedException if one is no address of the web
     */
    public static void requireAddresses(SourceSettings settings, String setting) {
        var value = settings.values().get(setting);
        var isList = value == null || value instanceof Collection<?> list && list.size() <= MAX_DOCUMENTS;
        if (!isList
                || !addresses(settings, setting).stream()
                        .allMatch(each -> ADDRESS.matcher(each).matches())) {
            throw InputRejectedException.invalid(
                    "settings." + setting, "has to be a list of at most %d https addresses.".formatted(MAX_DOCUMENTS));
        }
    }

    private static List<String> addresses(SourceSettings settings, String setting) {
        return SettingsReader.texts(settings, setting).stream()
                .limit(MAX_DOCUMENTS)
                .toList();
    }

    private void fetch(String address, AccountCursors cursors, HttpFetcher http, List<SourcePayload> payloads) {
        var known = onlyChanged ? cursors.find(address) : Optional.<String>empty();
        var response = http.get(
                URI.create(address),
                known.map(tag -> Map.of("If-None-Match", tag)).orElse(Map.of()));
        if (response.status() == 304) {
            return;
        }
        if (!response.isSuccess()) {
            throw new FetchFailedException(
                    "The server %s answered %d.".formatted(URI.create(address).getHost(), response.status()));
        }
        var headers =
                Map.of(LOCATION, List.of(address), LINK, response.headers().getOrDefault(LINK, List.of()));
        payloads.add(new SourcePayload(
                response.body(),
                headers,
                Map.of(),
                response.header("content-type").orElse("")));
        response.header("etag").ifPresent(tag -> cursors.set(address, tag));
    }
}
