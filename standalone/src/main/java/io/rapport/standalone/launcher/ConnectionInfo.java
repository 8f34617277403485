package io.rapport.standalone.launcher;

import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a running installation listens, as written to {@code rapport.json}.
 *
 * @param ingest base URL of ingest
 * @param identity base URL of identity
 * @param scoring base URL of scoring
 * @param report base URL of report
 * @param kafka bootstrap servers
 * @param mongo connection URI
 * @param token the installation administrator's
 */
public record ConnectionInfo(
        String ingest, String identity, String scoring, String report, String kafka, String mongo, String token) {

    /** The file's name in the data folder. */
    static final String FILE = "rapport.json";

    /** Where the installation listens that is running in a data folder. */
    public static ConnectionInfo of(Path data) {
        var file = data.resolve(FILE);
        try {
            return Json.mapper().readValue(Files.readString(file), ConnectionInfo.class);
        } catch (IOException e) {
            throw new StartupException(
                    "There is no " + file + ": start 'rapport up --data " + data
                            + "' first and wait until it is ready, or say where with --url.",
                    e);
        }
    }
}
