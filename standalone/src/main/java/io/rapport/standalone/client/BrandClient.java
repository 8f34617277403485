package io.rapport.standalone.client;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/**
 * The REST API of one brand.
 *
 * @param client sends the requests
 * @param agency the agency of the brand
 * @param brand the token of the brand
 */
public record BrandClient(RapportClient client, String agency, String brand) {

    /** Registers or changes the brand at ingest. */
    public void register(String ingest, Object body) throws InterruptedException {
        client.put(url(ingest, ""), body);
    }

    /** Sends engagements to ingest: CSV if the batch has a header, else NDJSON. */
    public BatchResult sendEngagements(String ingest, RowBatch batch) throws InterruptedException {
        return sendEngagements(ingest, batch, "");
    }

    /**
     * As {@link #sendEngagements(String, RowBatch)}, with parameters for CSV.
     *
     * @param query empty, or beginning with a question mark
     */
    public BatchResult sendEngagements(String ingest, RowBatch batch, String query) throws InterruptedException {
        return batch.header() == null
                ? send(url(ingest, "/engagements"), "application/x-ndjson", batch)
                : send(url(ingest, "/imports/engagements" + query), "text/csv", batch);
    }

    /**
     * Sends a whole file to ingest.
     *
     * @param path of the import, with its parameters
     * @param sent receives the number of bytes that were sent
     */
    public UploadResult sendFile(String ingest, String path, FileMediaType type, Path file, LongConsumer sent)
            throws InterruptedException {
        return UploadResult.of(client.postFile(url(ingest, path), type.mediaType(), file, sent));
    }

    /** Sends rows of the client list, as CSV, to ingest. */
    public BatchResult sendClients(String ingest, RowBatch batch) throws InterruptedException {
        return send(url(ingest, "/imports/clients"), "text/csv", batch);
    }

    /** Reads a path of the brand from a service, such as {@code /ror?window=30}. */
    public JsonNode get(String service, String path) throws InterruptedException {
        return client.get(url(service, path));
    }

    private BatchResult send(String url, String mediaType, RowBatch batch) throws InterruptedException {
        return BatchResult.of(client.post(url, mediaType, batch.text()), batch);
    }

    private String url(String service, String path) {
        return service + "/v1/agencies/" + agency + "/brands/" + brand + path;
    }
}
