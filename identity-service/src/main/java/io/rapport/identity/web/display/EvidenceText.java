package io.rapport.identity.web.display;

import static io.rapport.identity.web.display.IdentityMessages.text;

import io.rapport.web.pages.PageText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What was found, in the current language. Evidence, contradictions and the reasons of automatic decisions are stored in English; a
 * text of a form that is not known here is shown as it is stored.
 */
public final class EvidenceText {

    private static final String AND = " and ";

    private static final Pattern DECISION =
            Pattern.compile("([A-Z]+) by (.+?) at (\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z): (.*)", Pattern.DOTALL);

    private static final List<TextForm> FORMS = List.of(
            form("others the handle could belong to, and limits", "found.rivals"),
            form("account (.+) on (\\S+)", "found.account"),
            form("Written on the client list as (.+) on (\\S+)", "found.listed"),
            form("On the client list as (.+)", "found.client"),
            form("First seen on (.+)", "found.first"),
            form("Likely the same person, at ([0-9.]+)", "found.likely"),
            form("The same verified e-mail address \\(.*\\)", "found.email"),
            form("The brand blocked the value that joined them", "found.blocked"),
            form("The client list no longer has the identifier that joined them", "found.unlisted"),
            form("About a person who was erased", "found.erased"),
            form("born on different days", "found.birth"),
            form("another given name", "found.given-name"),
            form("a contact that its sender typed", "found.typed"),
            form("different accounts on (.+)", "found.accounts"),
            form("both (.+)", "found.both"));

    private EvidenceText() {}

    /** A text of a known form with its parts as arguments. */
    private record TextForm(Pattern pattern, String key) {}

    private static TextForm form(String pattern, String key) {
        return new TextForm(Pattern.compile(pattern, Pattern.DOTALL), key);
    }

    /** The text on one line. */
    public static String of(String stored) {
        var decision = DECISION.matcher(stored);
        if (decision.matches()) {
            return decision(decision);
        }
        for (var form : FORMS) {
            var matcher = form.pattern.matcher(stored);
            if (matcher.matches()) {
                return text(form.key, arguments(matcher));
            }
        }
        return pair(stored);
    }

    private static String decision(MatchResult found) {
        return text(
                "found.decided",
                DecisionLabel.of(found.group(1)),
                PageText.line(found.group(2)),
                PageText.time(Instant.parse(found.group(3))),
                PageText.line(of(found.group(4))));
    }

    private static Object[] arguments(MatchResult found) {
        var arguments = new ArrayList<Object>();
        for (var group = 1; group <= found.groupCount(); group++) {
            arguments.add(PageText.line(found.group(group)));
        }
        return arguments.toArray();
    }

    /** Two values that were compared; if they contain the word between them, it is the one nearest to the middle. */
    private static String pair(String stored) {
        var middle = stored.length() / 2;
        var before = stored.lastIndexOf(AND, middle);
        var after = stored.indexOf(AND, middle);
        var at = before < 0 || after >= 0 && after - middle < middle - before ? after : before;
        return at <= 0 || at + AND.length() >= stored.length()
                ? PageText.line(stored)
                : text(
                        "found.two",
                        PageText.line(stored.substring(0, at)),
                        PageText.line(stored.substring(at + AND.length())));
    }
}
