package io.rapport.report.people;

import io.rapport.report.actions.ActionForm;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in the list of people.
 *
 * @param id the value of the box that selects the person
 * @param act the form that records an action; null if the caller may not
 */
record PersonListItem(UUID id, PersonRow row, @Nullable ActionForm act) {}
