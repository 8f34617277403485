package io.rapport.standalone;

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
public record Connection(
        String ingest, String identity, String scoring, String report, String kafka, String mongo, String token) {

    /** The file's name in the data folder. */
    static final String FILE = "rapport.json";
}
