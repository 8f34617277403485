package io.rapport.ingest.web.request;

import io.rapport.contracts.NameRules;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;

/** Checks parameters that are the name of an agency or source. */
public final class TokenParameter {

    private TokenParameter() {}

    /**
     * Returns a value, if it is a {@linkplain NameRules#isToken token}.
     *
     * @param parameter the name of the parameter
     * @throws ProblemException 400 if it is none
     */
    public static String require(String parameter, String value) {
        if (!NameRules.isToken(value)) {
            throw Problem.invalid(
                            parameter, parameter + " is 1 to 64 of a-z 0-9 - _ . and begins with a letter or digit.")
                    .asException();
        }
        return value;
    }
}
