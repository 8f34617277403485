package io.rapport.report.brand;

import io.rapport.report.actions.ActionForm;
import org.jspecify.annotations.Nullable;

/**
 * A person in a list of the brand's page.
 *
 * @param path of the person's page
 * @param reason why the person is in the list, as a sentence
 * @param evidence path of what the reason is about
 * @param words what the person wrote; null where the list is not about words
 * @param dismissPath of the form that dismisses the suggestion; null if it is none, or the caller may not
 * @param act the form that records an action; null if the caller may not
 */
record HomeLine(
        String name,
        String path,
        String reason,
        String evidence,
        @Nullable String words,
        boolean client,
        @Nullable String dismissPath,
        @Nullable ActionForm act) {}
