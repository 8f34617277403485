package io.rapport.identity.matching.cluster;

import io.rapport.identity.matching.outcome.Match;

import java.util.List;

/**
 * Everybody in a brand, matched as a whole.
 *
 * @param people the ids of each person's records, sorted; a record that joined nobody is a person of one
 * @param merges what joined them, surest first
 * @param reviews what a human may decide, surest first
 */
public record MatchResolution(List<List<String>> people, List<Match> merges, List<Match> reviews) {}
