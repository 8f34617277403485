package io.rapport.demo;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that happens at one brand, as it is being written. */
final class DemoScript {

    private static final PhraseBook PHRASES = PhraseBook.load("phrases.txt");

    private final DemoBrand brand;
    private final DemoPeriod span;
    private final SeededRandom chance;
    private final List<EngagementDraft> drafts = new ArrayList<>();

    DemoScript(DemoBrand brand, DemoPeriod span, SeededRandom chance) {
        this.brand = brand;
        this.span = span;
        this.chance = chance;
    }

    DemoBrand brand() {
        return brand;
    }

    DemoPeriod span() {
        return span;
    }

    SeededRandom chance() {
        return chance;
    }

    /** A new engagement with somebody's account on a channel. */
    EngagementDraft add(String channel, DemoActor actor, Instant at) {
        var draft = new EngagementDraft(brand.brand() + "-" + (drafts.size() + 1), channel, actor, at);
        drafts.add(draft);
        return draft;
    }

    /** A member of the team turns to whoever wrote a message, in answer to it. */
    EngagementDraft answer(EngagementDraft to, EngagementKind kind, StaffMember staff, Instant at) {
        return add(to.channel(), to.actor(), at).kind(kind).from(staff).replyTo(to);
    }

    /** Words from a section of {@code phrases.txt}, about something of this brand's. */
    String phrase(String section, DemoActor to, StaffMember staff) {
        return chance.pick(PHRASES.of(section))
                .replace("{brand}", brand.name())
                .replace("{product}", chance.pick(brand.products()))
                .replace("{place}", chance.pick(brand.places()))
                .replace("{name}", firstName(to))
                .replace("{staff}", firstWord(String.valueOf(staff.name())));
    }

    /** One of the team. */
    StaffMember staffMember() {
        return chance.pick(brand.staff());
    }

    /** All of it that falls into the span, in the order in which it happened. */
    List<DemoEngagement> engagements() {
        return drafts.stream()
                .filter(draft -> span.contains(draft.at()))
                .sorted(Comparator.comparing(EngagementDraft::at))
                .map(EngagementDraft::toEngagement)
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
