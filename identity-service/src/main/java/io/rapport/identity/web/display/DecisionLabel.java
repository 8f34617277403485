package io.rapport.identity.web.display;

import static io.rapport.identity.web.display.IdentityMessages.text;

import io.rapport.web.pages.PageText;

/** The types of decisions in words. */
public final class DecisionLabel {

    private DecisionLabel() {}

    /** The words of a type; an unknown type as it is. */
    public static String of(String type) {
        return switch (type) {
            case "CREATED", "CLIENT", "MERGED", "JOINED", "SPLIT", "DISTINCT", "LIFTED", "UNDONE" ->
                text("decision." + type);
            default -> PageText.line(type);
        };
    }
}
