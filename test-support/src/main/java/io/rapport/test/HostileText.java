package io.rapport.test;

import java.util.List;

/** Hostile texts for names: markup, bidirectional controls, invisible characters, formulas and very long words. */
public final class HostileText {

    public static final String SCRIPT =
            "<script>document.title='owned'</script><img src=x onerror=document.title='owned'>";
    public static final String BIDI_OVERRIDE = "\u202Eevil\u200B شركة المهندس";
    public static final String VERY_LONG = "Endless" + "ly".repeat(5_000);
    public static final String EMOJI = "👩\u200D👩\u200D👧 🇳🇴 Zoë";
    public static final String INVISIBLE = "\u200B\u2060\uFEFF";
    public static final String STACKED_MARKS = "Z" + "\u0353".repeat(400) + "algo";
    public static final String FORMULA = "=HYPERLINK(\"http://evil.example\";\"Open\")";

    private HostileText() {}

    public static List<String> all() {
        return List.of(SCRIPT, BIDI_OVERRIDE, VERY_LONG, EMOJI, INVISIBLE, STACKED_MARKS, FORMULA);
    }
}
