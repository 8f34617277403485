package io.rapport.report.domain.engagement;

/**
 * A public post of a brand.
 *
 * @param post the message's id on its channel
 */
public record PostKey(String channel, String post) {}
