package io.rapport.scoring.sentiment;

/** Modification of a token's value, with its description in published reasons. */
enum SentimentModifier {
    NEGATED("negated"),
    STRENGTHENED("strengthened"),
    WEAKENED("weakened"),
    CAPITALS("in capitals"),
    ELONGATED("drawn out"),
    IRREALIS("wished or supposed"),
    BEFORE_CONTRAST("before a contrast");

    private static final String[] EXPLANATIONS = explanations();

    private final String words;

    SentimentModifier(String words) {
        this.words = words;
    }

    int bit() {
        return 1 << ordinal();
    }

    /** Description of a bit set of modifiers, to append to a term; empty for none. */
    static String explain(int rules) {
        return EXPLANATIONS[rules];
    }

    private static String[] explanations() {
        var all = new String[1 << values().length];
        for (int rules = 0; rules < all.length; rules++) {
            var explanation = new StringBuilder();
            for (var rule : values()) {
                if ((rules & rule.bit()) != 0) {
                    explanation.append(explanation.isEmpty() ? " (" : ", ").append(rule.words);
                }
            }
            all[rules] = explanation.isEmpty() ? "" : explanation.append(')').toString();
        }
        return all;
    }
}
