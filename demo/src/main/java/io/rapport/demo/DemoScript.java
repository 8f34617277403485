package io.rapport.demo;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the engagements of one brand while they are generated. */
final class DemoScript {

    private static final PhraseBook PHRASES = PhraseBook.load("phrases.txt");

    private final DemoBrand brand;
    private final DemoPeriod period;
    private final SeededRandom random;
    private final List<EngagementDraft> drafts = new ArrayList<>();

    DemoScript(DemoBrand brand, DemoPeriod period, SeededRandom random) {
        this.brand = brand;
        this.period = period;
        this.random = random;
    }

    DemoBrand brand() {
        return brand;
    }

    DemoPeriod period() {
        return period;
    }

    SeededRandom random() {
        return random;
    }

    /** Adds an engagement with an account on a channel. */
    EngagementDraft add(String channel, DemoActor actor, Instant at) {
        var draft = new EngagementDraft(brand.brand() + "-" + (drafts.size() + 1), channel, actor, at);
        drafts.add(draft);
        return draft;
    }

    /** Adds an answer of a member of the team to a message. */
    EngagementDraft answer(EngagementDraft to, EngagementKind kind, StaffMember staff, Instant at) {
        return add(to.channel(), to.actor(), at).kind(kind).sentBy(staff).replyTo(to);
    }

    /** A random text of a section of {@code phrases.txt}, with the names of this brand inserted. */
    String phrase(String section, DemoActor to, StaffMember staff) {
        return random.pick(PHRASES.of(section))
                .replace("{brand}", brand.name())
                .replace("{product}", random.pick(brand.products()))
                .replace("{place}", random.pick(brand.places()))
                .replace("{name}", firstName(to))
                .replace("{staff}", firstWord(String.valueOf(staff.name())));
    }

    /** A random member of the team. */
    StaffMember staffMember() {
        return random.pick(brand.staff());
    }

    /** All engagements within the period, by time. */
    List<DemoEngagement> engagements() {
        return drafts.stream()
                .filter(draft -> period.contains(draft.at()))
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
