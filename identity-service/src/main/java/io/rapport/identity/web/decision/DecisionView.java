package io.rapport.identity.web.decision;

import io.rapport.contracts.identity.Decision;
import io.rapport.identity.web.display.PersonIdentityView;

/**
 * A decision with the resulting person.
 *
 * @param decision as recorded with the surviving person; {@code other} is the person merged or split off
 * @param published whether the decision is published; if not, it stays in the outbox
 * @param person the survivor of a merge, or the person that was split
 */
public record DecisionView(Decision decision, boolean published, PersonIdentityView person) {}
