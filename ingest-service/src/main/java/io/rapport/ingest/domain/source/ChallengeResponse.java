package io.rapport.ingest.domain.source;

/**
 * The answer to a challenge, with status 200.
 *
 * @param contentType such as {@code text/plain}
 * @param body the whole body
 */
public record ChallengeResponse(String contentType, String body) {}
