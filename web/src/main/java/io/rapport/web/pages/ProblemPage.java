package io.rapport.web.pages;

import io.rapport.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A problem in the language of a page. Problems are written in English, for the API; their types have texts in the other
 * languages.
 *
 * @param english the English detail, where the text of the type leaves out what it reports; else null
 */
public record ProblemPage(
        String title, String detail, @Nullable String english) {

    /** Without English, which a problem has itself. */
    private static final MessageBundle TYPES = MessageBundle.named("io.rapport.web.pages.problems");

    static ProblemPage of(Problem problem) {
        if (PageLanguage.current() == PageLanguage.ENGLISH) {
            return new ProblemPage(problem.title(), problem.detail(), null);
        }
        var type = problem.type().substring(problem.type().lastIndexOf(':') + 1);
        var fields = problem.fields();
        var field = fields.getOrDefault("parameter", fields.getOrDefault("field", ""));
        var whole = TYPES.find(type + ".detail", field);
        return new ProblemPage(
                TYPES.find(type).orElse(problem.title()),
                whole.or(() -> TYPES.find(type + ".remedy", field)).orElse(problem.detail()),
                whole.isPresent() ? null : problem.detail());
    }
}
