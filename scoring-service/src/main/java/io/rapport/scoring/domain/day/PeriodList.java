package io.rapport.scoring.domain.day;

import io.rapport.scoring.domain.ledger.MessageTone;
import org.jspecify.annotations.Nullable;

/**
 * A list of people of a period.
 *
 * @param tone only people with a message of this tone in the period; null for all
 */
public record PeriodList(
        PeopleSelection.Criteria criteria, @Nullable MessageTone tone) {}
