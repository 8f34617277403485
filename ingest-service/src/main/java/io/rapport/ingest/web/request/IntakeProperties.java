package io.rapport.ingest.web.request;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken in at once.
 *
 * @param maxBody the most bytes of JSON in one request, unpacked
 * @param maxRows the most engagements in one request
 * @param maxImport the most bytes of CSV in one request, unpacked; a file is not held in memory
 * @param maxImportRows the most rows of CSV in one request
 * @param maxList the most bytes of a client or staff list, unpacked; a list is not held in memory
 * @param maxListRows the most rows of a client or staff list
 * @param maxInFlight the most bytes of JSON held at once, over all requests; below 2 GB
 * @param maxRequests the most requests taken in at once; fewer than the server's threads, so that health still answers
 */
@ConfigurationProperties("rapport.ingest")
public record IntakeProperties(
        @DefaultValue("8MB") DataSize maxBody,
        @DefaultValue("5000") int maxRows,
        @DefaultValue("64MB") DataSize maxImport,
        @DefaultValue("100000") int maxImportRows,
        @DefaultValue("2GB") DataSize maxList,
        @DefaultValue("5000000") int maxListRows,
        @DefaultValue("64MB") DataSize maxInFlight,
        @DefaultValue("128") int maxRequests) {}
