package io.rapport.scoring.domain.policy;

import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;

/**
 * The values of a relationship score whose movement {@link ChangePolicy} compares.
 *
 * @param strength 0 to 100
 * @param captive whether the person is part of the captive audience
 */
public record RelationshipState(double strength, Stage stage, WarmthClass warmthClass, boolean captive) {}
