package io.rapport.report.people;

import io.rapport.report.actions.ActionForm;
import org.jspecify.annotations.Nullable;

/**
 * A person in the list of people.
 *
 * @param act the form that records an action; null if the caller may not
 */
record PersonListItem(PersonRow row, @Nullable ActionForm act) {}
