package io.rapport.identity.web;

import java.util.List;

/**
 * What became of what somebody wanted decided.
 *
 * @param done what holds now
 * @param refused why the rest does not, a sentence each
 * @param status of the first refusal; 200 when there is none
 */
record Outcome(List<Noted> done, List<String> refused, int status) {

    /** The same, told of other decisions than those it took. */
    Outcome about(List<Noted> noted) {
        return new Outcome(noted, refused, status);
    }
}
