package io.rapport.ingest.domain.source;

import java.net.URI;
import java.util.Map;

/**
 * Sends requests to platforms. Only public addresses are reached, also after a redirect; bodies are limited in size. A 429
 * and a 5xx are failures with the Retry-After of the response.
 */
public interface HttpFetcher {

    /**
     * Sends a GET request.
     *
     * @param headers of the request; those that authenticate are not sent to another host after a redirect
     * @throws FetchFailedException if the address is not allowed, or there is no usable response
     */
    HttpContent get(URI uri, Map<String, String> headers);

    /**
     * Sends a POST request; redirects are not followed.
     *
     * @throws FetchFailedException if the address is not allowed, or there is no usable response
     */
    HttpContent post(URI uri, Map<String, String> headers, byte[] body);
}
