package io.rapport.contracts.identity;

import java.util.Map;

/**
 * What one service has deleted of an erased person.
 *
 * @param service the service
 * @param done whether the deletion is complete
 * @param removed the number of deleted records by kind
 */
public record ErasedPart(String service, boolean done, Map<String, Long> removed) {}
