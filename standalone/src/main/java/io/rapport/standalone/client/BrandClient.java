package io.rapport.standalone.client;

import tools.jackson.databind.JsonNode;

/**
 * One brand as REST serves it.
 *
 * @param client who asks
 * @param agency of the brand
 * @param brand its token
 */
public record BrandClient(RapportClient client, String agency, String brand) {

    /** Registers the brand at ingest, or changes it. */
    public void register(String ingest, Object body) throws InterruptedException {
        client.put(url(ingest, ""), body);
    }

    /** Sends engagements to ingest: CSV when the batch has a heading, else NDJSON. */
    public BatchResult sendEngagements(String ingest, RowBatch batch) throws InterruptedException {
        return batch.heading() == null
                ? send(url(ingest, "/engagements"), "application/x-ndjson", batch)
                : send(url(ingest, "/imports/engagements"), "text/csv", batch);
    }

    /** Sends rows of the client list, as CSV, to ingest. */
    public BatchResult sendClients(String ingest, RowBatch batch) throws InterruptedException {
        return send(url(ingest, "/imports/clients"), "text/csv", batch);
    }

    /** What a service says of the brand below a path such as {@code /ror?window=30}. */
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
