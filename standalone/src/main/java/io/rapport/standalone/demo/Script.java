package io.rapport.standalone.demo;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that happens at one brand, as it is being written. */
final class Script {

    private static final Phrases PHRASES = Phrases.load("phrases.txt");

    private final DemoBrand brand;
    private final Span span;
    private final Chance chance;
    private final List<Draft> drafts = new ArrayList<>();

    Script(DemoBrand brand, Span span, Chance chance) {
        this.brand = brand;
        this.span = span;
        this.chance = chance;
    }

    DemoBrand brand() {
        return brand;
    }

    Span span() {
        return span;
    }

    Chance chance() {
        return chance;
    }

    /** A new engagement with somebody's account on a channel. */
    Draft add(String channel, DemoActor actor, Instant at) {
        var draft = new Draft(brand.brand() + "-" + (drafts.size() + 1), channel, actor, at);
        drafts.add(draft);
        return draft;
    }

    /** A member of the team turns to whoever wrote a message, in answer to it. */
    Draft answer(Draft to, EngagementKind kind, StaffMember staff, Instant at) {
        return add(to.channel(), to.actor(), at).kind(kind).from(staff).replyTo(to);
    }

    /** Words from a section of {@code phrases.txt}, about something of this brand's. */
    String words(String section, DemoActor to, StaffMember staff) {
        return chance.pick(PHRASES.of(section))
                .replace("{brand}", brand.name())
                .replace("{product}", chance.pick(brand.products()))
                .replace("{place}", chance.pick(brand.places()))
                .replace("{name}", firstName(to))
                .replace("{staff}", firstWord(String.valueOf(staff.name())));
    }

    /** One of the team. */
    StaffMember somebodyOfTheTeam() {
        return chance.pick(brand.staff());
    }

    /** All of it that falls into the span, in the order in which it happened. */
    List<DemoEngagement> finished() {
        return drafts.stream()
                .filter(draft -> span.contains(draft.at()))
                .sorted(Comparator.comparing(Draft::at))
                .map(Draft::finished)
                .toList();
    }

    private static String firstName(DemoActor actor) {
        var name = actor.displayName();
        return name == null ? "you" : firstWord(name);
    }

    private static String firstWord(String words) {
        return words.split(" ", 2)[0];
    }
}
