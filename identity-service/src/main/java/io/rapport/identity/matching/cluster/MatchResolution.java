package io.rapport.identity.matching.cluster;

import io.rapport.identity.matching.outcome.Match;
import java.util.List;

/**
 * The result of matching a whole brand.
 *
 * @param people the sorted record ids of each person; an unmatched record is a person of its own
 * @param merges the matches that joined records, best first
 * @param reviews the matches for human review, best first
 */
public record MatchResolution(List<List<String>> people, List<Match> merges, List<Match> reviews) {}
