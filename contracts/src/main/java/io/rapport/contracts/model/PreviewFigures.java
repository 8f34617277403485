package io.rapport.contracts.model;

import io.rapport.contracts.score.RollingRor;
import java.util.List;

/**
 * A brand's figures with one model.
 *
 * @param people the number of people who have a relationship with the brand
 * @param windows Return on Relationships over 7, 30 and 90 days
 */
public record PreviewFigures(long people, List<RollingRor> windows) {}
