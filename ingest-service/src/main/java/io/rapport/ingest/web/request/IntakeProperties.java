package io.rapport.ingest.web.request;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of intake.
 *
 * @param maxBody the maximum size of a JSON body after decompression; of NDJSON, what is read before the first row is accepted
 * @param maxRows the maximum number of engagements in a JSON array, and of rejected rows in a response
 * @param maxImport the maximum size of a file of engagements after decompression; files are streamed, not held in memory
 * @param maxImportRows the maximum number of rows of a file of engagements
 * @param maxList the maximum size of a client or staff list after decompression; lists are streamed
 * @param maxListRows the maximum number of rows of a client or staff list
 * @param maxInFlight the maximum memory for JSON bodies over all requests; below 2 GB
 * @param maxRequests the maximum number of concurrent requests; below the number of server threads, so that health checks
 *     are still served
 * @param requestsPerMinute the requests with engagements or files of an agency per minute; more are refused with 429
 */
@ConfigurationProperties("rapport.ingest")
public record IntakeProperties(
        @DefaultValue("8MB") DataSize maxBody,
        @DefaultValue("5000") int maxRows,
        @DefaultValue("2GB") DataSize maxImport,
        @DefaultValue("10000000") int maxImportRows,
        @DefaultValue("2GB") DataSize maxList,
        @DefaultValue("5000000") int maxListRows,
        @DefaultValue("64MB") DataSize maxInFlight,
        @DefaultValue("128") int maxRequests,
        @DefaultValue("120000") int requestsPerMinute) {

    /** The maximum size of NDJSON after decompression, which is streamed as files are. */
    public long maxStream() {
        return Math.max(maxBody.toBytes(), maxImport.toBytes());
    }

    /** The maximum number of lines of NDJSON. */
    public int maxStreamRows() {
        return Math.max(maxRows, maxImportRows);
    }
}
