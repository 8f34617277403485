package io.rapport.standalone.launcher;

import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The addresses of a running installation, as written to {@code rapport.json}.
 *
 * @param url base URL of the gateway: all pages and APIs
 * @param ingest base URL of ingest
 * @param identity base URL of identity
 * @param scoring base URL of scoring
 * @param report base URL of report
 * @param kafka bootstrap servers
 * @param mongo connection URI
 * @param token the administrator's token
 */
public record ConnectionInfo(
        String url,
        String ingest,
        String identity,
        String scoring,
        String report,
        String kafka,
        String mongo,
        String token) {

    /** The name of the file in the data folder. */
    static final String FILE = "rapport.json";

    /**
     * The link that signs in and opens a page. It has the token behind the {@code #}, which no browser sends to a server.
     *
     * @param page the path of the page
     */
    public String signInLink(String page) {
        return url + page + "#token=" + token;
    }

    /** Reads the addresses of the installation that runs in a data folder. */
    public static ConnectionInfo of(Path data) {
        var file = data.resolve(FILE);
        try {
            return Json.mapper().readValue(Files.readString(file), ConnectionInfo.class);
        } catch (IOException e) {
            throw new StartupException(
                    "There is no " + file + ": start 'rapport up --data " + data
                            + "' first and wait until it is ready, or use --url.",
                    e);
        }
    }
}
