package io.rapport.identity.web.decision;

import io.rapport.identity.web.display.PersonIdentityView;

import io.rapport.contracts.identity.Decision;

/**
 * What was decided.
 *
 * @param decision as the person who leads it tells it; {@code other} is who was merged away or split off
 * @param published whether the other services were told already; if not, they will be
 * @param person the survivor of a merge, or who was split
 */
public record DecisionView(Decision decision, boolean published, PersonIdentityView person) {}
