package io.rapport.standalone.client;

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
        return batch.header() == null
                ? send(url(ingest, "/engagements"), "application/x-ndjson", batch)
                : send(url(ingest, "/imports/engagements"), "text/csv", batch);
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
