package io.rapport.contracts.identity;

import java.util.Map;

/**
 * What one service has removed of an erased person.
 *
 * @param service who removed it
 * @param done whether all of it is gone
 * @param removed how much of what
 */
public record ErasedPart(String service, boolean done, Map<String, Long> removed) {}
